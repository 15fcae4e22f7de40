/** Milliseconds that this thread worked for; those it waited for others, on a machine with much to do, do not count. */
export function cpuTimeMs(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}
