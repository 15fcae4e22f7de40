import type { Dimension } from "../../core/reports/dimension.ts";
import type { ReportRequest } from "../../core/reports/report-request.ts";
import type { Wallboard } from "../../core/reports/wallboard.ts";
import type { FeedEntry, LeasedEffect } from "../../ports/store.ts";
import { createAgents } from "../agents.ts";
import type { Outcome } from "../effect-runner.ts";
import { othersFirst } from "../others-first.ts";
import type { Parts } from "../parts.ts";
import { noteAskedAgain } from "./asked-again.ts";
import type { ReportEffect } from "./documents.ts";
import type { ExportRequest } from "./export-rows.ts";
import { keepNoBlocks } from "./kept-blocks.ts";
import { keptInStore } from "./kept-in-store.ts";
import { type NameOf, readNames } from "./names.ts";
import { createHourlyPacking } from "./pack-hourly.ts";
import { readWallboard } from "./read-wallboard.ts";
import { createReportRunner, type ReportRunner } from "./report-runner.ts";
import type { ReportOutcome } from "./run-report.ts";
import { createWallboardWatch } from "./wallboard-watch.ts";

/** Figures over what has been, and how it stands now. */
export interface Reports {
  run(request: ReportRequest): Promise<ReportOutcome>;
  /** The rows behind the figures, as text. */
  rows(request: ExportRequest): AsyncGenerator<string, void>;
  /** For the groups of a report by these. */
  names(by: readonly Dimension[]): Promise<NameOf>;
  /** `agentId`: only what is theirs. */
  wallboard(agentId: string | null): Promise<Wallboard>;
}

/** What the engine does for them. */
export interface ReportWork extends Reports {
  arm(): Promise<void>;
  hear(entry: FeedEntry): void;
  execute(leased: LeasedEffect, effect: ReportEffect): Promise<Outcome>;
  stop(): Promise<void>;
}

/** Where there is no other thread, as at the edge, there is little memory, too. */
const mostRows = 120_000;

export function createReports(parts: Parts, hasFollowers: () => boolean): ReportWork {
  const { store, starter, clock } = parts;
  const runner: ReportRunner =
    parts.reportRunner ??
    createReportRunner({
      ...{ reader: store, starter, mostRows, pause: othersFirst },
      ...{ elsewhere: keptInStore, blocks: keepNoBlocks },
    });
  const packing = createHourlyPacking(parts);
  const watch = createWallboardWatch(parts, hasFollowers);
  return {
    run: (request) => runner.run(request),
    rows: (request) => runner.rows(request),
    names: (by) => readNames(parts, createAgents(parts, () => undefined).list, by),
    wallboard: (agentId) => readWallboard(store, clock.now(), agentId),
    arm: packing.arm,
    hear: watch.hear,
    execute: (leased, effect) => (effect.type === "report-pack" ? packing.run(leased) : noteAskedAgain(parts, effect)),
    stop: watch.stop,
  };
}
