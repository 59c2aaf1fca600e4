export { LATEST_SEND_MS, openLoop, type EarlyEnd, type OpenLoopOrder, type OpenLoopResult } from './open-loop.ts';
export { runBenchmark, type BenchmarkOptions } from './run-benchmark.ts';
export { judgeTarget, type TargetVerdict } from './targets.ts';
