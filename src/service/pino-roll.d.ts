declare module 'pino-roll' {
  /** What this project uses of pino-roll's stream (a SonicBoom). */
  interface RollingStream {
    write(text: string): boolean;
    flush(callback: (error?: Error) => void): void;
    flushSync(): void;
    end(): void;
    on(event: 'error', listener: (error: Error) => void): this;
    on(event: 'close', listener: () => void): this;
  }
  export default function pinoRoll(options: Record<string, unknown>): Promise<RollingStream>;
}
