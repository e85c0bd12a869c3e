/** Bytes as megabytes in words, to a tenth where there are few. */
export function megabytes(bytes: number): string {
  return (bytes / 1024 ** 2).toFixed(bytes < 10 * 1024 ** 2 ? 1 : 0)
}
