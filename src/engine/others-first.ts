/** Not the clock's sleep: no time is waited for, whoever else is ready gets the event loop first. */
export function othersFirst(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
