declare module "html-encoding-sniffer" {
  interface Options {
    /** Reads an XML declaration instead of HTML's meta. */
    readonly xml?: boolean;
    readonly transportLayerEncodingLabel?: string;
    readonly defaultEncoding?: string;
  }
  /** The name of the encoding that a browser would read these bytes in. */
  export default function sniff(bytes: Uint8Array, options?: Options): string;
}
