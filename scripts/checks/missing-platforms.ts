export interface LockedPackage {
  readonly dev?: boolean | undefined;
  readonly optionalDependencies?: Readonly<Record<string, string>> | undefined;
}

export interface PlatformEntry {
  readonly version: string;
  readonly cpu?: readonly string[];
  readonly dev?: true;
  readonly libc?: readonly string[];
  readonly optional: true;
  readonly os?: readonly string[];
}

const systems = ["android", "darwin", "freebsd", "linux", "openharmony", "win32"];
const processors = ["arm64", "arm", "ia32", "ppc64", "riscv64", "s390x", "x64"];
const otherNames: Readonly<Record<string, string>> = { windows: "win32", "64": "x64" };

/** Optional packages for other systems that the lock does not know, by the place they belong. */
export function missingPlatforms(packages: Readonly<Record<string, LockedPackage>>): Record<string, PlatformEntry> {
  const missing: Record<string, PlatformEntry> = {};
  for (const [path, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
    // The project's own optional packages are chosen by hand: what is not there is not wanted.
    if (path === "") continue;
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const isKnown = `node_modules/${name}` in packages || `${path}/node_modules/${name}` in packages;
      if (!isKnown && /^\d/.test(version)) missing[`node_modules/${name}`] = entryFor(name, version, dev === true);
    }
  }
  return missing;
}

function entryFor(name: string, version: string, isDev: boolean): PlatformEntry {
  const words = (name.split("/").at(-1) ?? "").split("-").map((word) => otherNames[word] ?? word);
  const os = systems.filter((system) => words.includes(system));
  const cpu = processors.filter((processor) => words.includes(processor));
  const libc =
    words.includes("musl") || words.includes("musleabihf") ? ["musl"] : words.includes("gnu") ? ["glibc"] : [];
  return {
    version,
    ...(cpu.length > 0 ? { cpu } : {}),
    ...(isDev ? { dev: true } : {}),
    ...(libc.length > 0 ? { libc } : {}),
    optional: true,
    ...(os.length > 0 ? { os } : {}),
  };
}
