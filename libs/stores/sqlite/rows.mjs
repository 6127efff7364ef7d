/** Prepares each text once. `forget` must be called when tables have gone or changed their names. */
export function preparing(db) {
  const statements = new Map();
  const prepared = (sql) => {
    let statement = statements.get(sql);
    if (!statement) statements.set(sql, (statement = db.prepare(sql)));
    return statement;
  };
  prepared.forget = () => statements.clear();
  return prepared;
}

/** Rows that one statement takes, so that few statements serve any number of them. */
const SIZES = [64, 16, 4, 1];

/**
 * A statement for rows of `width` values that stand one after the other in a flat array: a binding costs less than a statement does, and
 * less than going through JSON.
 *
 * @param prepare SQL → prepared statement, kept by the caller
 * @param sql text of the statement for a list such as `(?, ?), (?, ?)`
 */
export function forRows(prepare, width, sql) {
  const row = `(${Array(width).fill('?').join(', ')})`;
  return (flat) => {
    for (let done = 0; done < flat.length; ) {
      const size = SIZES.find((each) => each * width <= flat.length - done);
      prepare(sql(Array(size).fill(row).join(', '))).run(flat.slice(done, done + size * width));
      done += size * width;
    }
  };
}
