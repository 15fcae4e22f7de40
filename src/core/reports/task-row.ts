/** What reports know of one follow-up. */
export interface TaskRow {
  readonly id: string;
  readonly handoffId: string | null;
  readonly createdAt: number;
  readonly dueAt: number;
  readonly doneAt: number | null;
  readonly isCancelled: boolean;
  readonly agentId: string | null;
  readonly teamId: string | null;
}
