import type { Moment } from "./moment.ts";

export type Catalog = Readonly<Record<Moment, string>>;
