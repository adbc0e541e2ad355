/**
 * Loaded into the app's process before the app: when the start command is gone, however it went, so is the app.
 * Otherwise a start that was killed would leave a server behind that holds the port.
 */
process.once("disconnect", () => process.exit(1));
