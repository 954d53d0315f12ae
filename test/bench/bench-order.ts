/** How much each part of the bench does, and which parts run. */
export interface BenchOrder {
  rounds: number;
  files: number;
  loneFiles: number;
  documents: number;
  waiting: number;
  longLines: number;
  orderLines: number;
  /** Orders in each large file: 100,000 are 100 MB. */
  largeOrders: number;
  /** Names of the parts to run (`throughput`, `latency`, `history`, `memory`, `large`, `long`, `assignment`, `order-lines`, `mapping`); null: all. */
  only: readonly string[] | null;
}
