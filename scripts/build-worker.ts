import { writeWorkerBundle } from "./worker-bundle/write-bundle.ts";

// Wrangler runs this before it starts or deploys anything: see wrangler.toml.
await writeWorkerBundle();
