/** Lines of a table in plain text, columns under each other: the first to the left, the others to the right. */
export function tableText(rows: readonly (readonly string[])[]): string {
  const [first = []] = rows
  const widths = first.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n')
}

/** Milliseconds with three digits that say something. */
export const ms = (value: number): string => `${value < 10 ? value.toPrecision(3) : Math.round(value)} ms`
export const times = (value: number): string => `${value.toFixed(2)}×`
