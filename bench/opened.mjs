/** What this process has open. All of it is closed before databases are dropped, or whoever was interrupted would write them again. */
const opened = new Set();

/** @returns what was given, which `closeAll` closes unless its user has. */
export function tracked(each) {
  const close = each.close.bind(each);
  each.close = () => {
    opened.delete(each);
    return close();
  };
  opened.add(each);
  return each;
}

export const closeAll = () => Promise.allSettled([...opened].map((each) => each.close()));
