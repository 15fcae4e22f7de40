/** Counters and durations by name and a few fixed labels; never ids (cardinality and I15). */
export interface Metrics {
  count(name: string, labels?: Labels, by?: number): void;
  observe(name: string, seconds: number, labels?: Labels): void;
  /** Read when somebody asks. */
  gauge(name: string, read: () => number): void;
  /** Prometheus text format. */
  render(): string;
}

export type Labels = Readonly<Record<string, string>>;

const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

interface Histogram {
  readonly buckets: number[];
  sum: number;
  count: number;
}

export function createMetrics(): Metrics {
  const counters = new Map<string, Map<string, number>>();
  const histograms = new Map<string, Map<string, Histogram>>();
  const gauges = new Map<string, () => number>();
  return {
    count(name, labels = {}, by = 1) {
      const series = seriesOf(counters, name);
      const key = labelText(labels);
      series.set(key, (series.get(key) ?? 0) + by);
    },
    observe(name, seconds, labels = {}) {
      const series = seriesOf(histograms, name);
      const key = labelText(labels);
      const histogram = series.get(key) ?? { buckets: bounds.map(() => 0), sum: 0, count: 0 };
      series.set(key, histogram);
      bounds.forEach((bound, index) => {
        if (seconds <= bound) histogram.buckets[index] = (histogram.buckets[index] ?? 0) + 1;
      });
      histogram.sum += seconds;
      histogram.count += 1;
    },
    gauge(name, read) {
      gauges.set(name, read);
    },
    render() {
      return [...renderCounters(counters), ...renderHistograms(histograms), ...renderGauges(gauges), ""].join("\n");
    },
  };
}

function seriesOf<T>(all: Map<string, Map<string, T>>, name: string): Map<string, T> {
  const series = all.get(name) ?? new Map<string, T>();
  all.set(name, series);
  return series;
}

function labelText(labels: Labels): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
    .join(",");
}

function line(name: string, labels: string, value: number): string {
  return labels === "" ? `${name} ${value}` : `${name}{${labels}} ${value}`;
}

function* renderCounters(counters: Map<string, Map<string, number>>): Generator<string> {
  for (const [name, series] of counters) {
    yield `# TYPE ${name} counter`;
    for (const [labels, value] of series) yield line(name, labels, value);
  }
}

function* renderHistograms(histograms: Map<string, Map<string, Histogram>>): Generator<string> {
  for (const [name, series] of histograms) {
    yield `# TYPE ${name} histogram`;
    for (const [labels, { buckets, sum, count }] of series) {
      const prefix = labels === "" ? "" : `${labels},`;
      for (const [index, bound] of bounds.entries()) {
        yield line(`${name}_bucket`, `${prefix}le="${bound}"`, buckets[index] ?? 0);
      }
      yield line(`${name}_bucket`, `${prefix}le="+Inf"`, count);
      yield line(`${name}_sum`, labels, sum);
      yield line(`${name}_count`, labels, count);
    }
  }
}

function* renderGauges(gauges: Map<string, () => number>): Generator<string> {
  for (const [name, read] of gauges) {
    yield `# TYPE ${name} gauge`;
    yield line(name, "", read());
  }
}
