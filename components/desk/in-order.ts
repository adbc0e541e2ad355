/**
 * For what is asked again while it is on its way: an answer that was asked for before the one that is shown is of no use any
 * more. What is returned is called as one is asked for; what that returns as it has come: false, if it is of no use.
 */
export function inOrder(): () => () => boolean {
  let asked = 0;
  let shown = 0;
  return () => {
    asked += 1;
    const mine = asked;
    return () => {
      if (mine < shown) return false;
      shown = mine;
      return true;
    };
  };
}
