/** Not the clock's sleep: no time is waited for, whoever else is ready gets the event loop first. */
export function othersFirst(): Promise<void> {
  return new Promise((resolve) => {
    // A timer of no time takes a millisecond at least; not every runtime has the other one.
    if (typeof setImmediate === "function") setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
}
