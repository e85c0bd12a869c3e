import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

/** LibreOffice on this machine; null where there is none. */
export function findOffice(): string | null {
  return ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0) ?? null
}

/** A file as LibreOffice reads it: how many formulas it finds, and the texts of its first sheet. */
export function readByOffice(office: string, name: string, bytes: Uint8Array): { formulas: number; rows: string[][] } {
  const folder = mkdtempSync(join(tmpdir(), 'ripen-office-'))
  try {
    writeFileSync(join(folder, name), bytes)
    const convert = (to: string) => {
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
      const args = [profile, '--headless', '--convert-to', to, '--outdir', folder, join(folder, name)]
      const { status, stderr } = spawnSync(office, args, { encoding: 'utf8', timeout: 300_000 })
      if (status !== 0) throw new Error(`LibreOffice could not read ${name}: ${stderr}`)
    }
    const stem = name.replace(/\.\w+$/, '')
    convert('fods')
    const formulas = readFileSync(join(folder, `${stem}.fods`), 'utf8').split('table:formula=').length - 1
    if (name.endsWith('.csv')) return { formulas, rows: [] }
    // UTF-8, quoted, cells as they are shown.
    convert('csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false')
    const rows = parse(readFileSync(join(folder, `${stem}.csv`)), { bom: true, relax_column_count: true }) as string[][]
    return { formulas, rows }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
