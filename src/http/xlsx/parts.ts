import { xmlText } from './xml-text.ts'

// What a workbook needs beside its sheets (ECMA-376, parts of a SpreadsheetML package).

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const open = 'http://schemas.openxmlformats.org'
const office = `${open}/officeDocument/2006`
const packaged = `${open}/package/2006`
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** A workbook's own properties: `about` are those that Ripen adds, shown by Excel under File, Info, Custom. */
export interface Properties {
  title: string
  /** ISO 8601. */
  madeAt: string
  about: Record<string, string>
}

export const packageLinks = `${head}<Relationships xmlns="${packaged}/relationships">${[
  link(1, `${office}/relationships/officeDocument`, 'xl/workbook.xml'),
  link(2, `${packaged}/relationships/metadata/core-properties`, 'docProps/core.xml'),
  link(3, `${office}/relationships/custom-properties`, 'docProps/custom.xml'),
].join('')}</Relationships>`

export function coreProperties({ title, madeAt }: Properties): string {
  const xml = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:dcterms="http://purl.org/dc/terms/"'
  return `${head}<cp:coreProperties xmlns:cp="${packaged}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" ${xml}><dc:title>${xmlText(title)}</dc:title><dc:creator>Ripen</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${madeAt}</dcterms:created></cp:coreProperties>`
}

export function customProperties({ about }: Properties): string {
  // The one set of properties that Office lets others define.
  const set = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}'
  const properties = Object.entries(about).map(
    ([name, value], at) =>
      `<property fmtid="${set}" pid="${at + 2}" name="${xmlText(name)}"><vt:lpwstr>${xmlText(value)}</vt:lpwstr></property>`,
  )
  return `${head}<Properties xmlns="${office}/custom-properties" xmlns:vt="${office}/docPropsVTypes">${properties.join('')}</Properties>`
}

/** Styles of cells by their places: plain, bold for headings, a moment to the minute, a share in percent. */
export const styles = `${head}<styleSheet xmlns="${open}/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="9" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`

/** `names`: of the sheets, in their order. */
export function workbook(names: readonly string[]): string {
  const sheets = names.map((name, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
  return `${head}<workbook xmlns="${open}/spreadsheetml/2006/main" xmlns:r="${office}/relationships"><sheets>${sheets.join('')}</sheets></workbook>`
}

export function workbookLinks(sheets: number): string {
  const links = Array.from({ length: sheets }, (_, at) =>
    link(at + 1, `${office}/relationships/worksheet`, `worksheets/sheet${at + 1}.xml`),
  )
  links.push(link(sheets + 1, `${office}/relationships/styles`, 'styles.xml'))
  return `${head}<Relationships xmlns="${packaged}/relationships">${links.join('')}</Relationships>`
}

export function contentTypes(sheets: number): string {
  const parts = Array.from({ length: sheets }, (_, at) =>
    part(`xl/worksheets/sheet${at + 1}.xml`, `${workbookType}.worksheet+xml`),
  )
  return `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
    part('xl/workbook.xml', `${workbookType}.sheet.main+xml`),
    part('xl/styles.xml', `${workbookType}.styles+xml`),
    part('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    part('docProps/custom.xml', 'application/vnd.openxmlformats-officedocument.custom-properties+xml'),
    ...parts,
  ].join('')}</Types>`
}

function link(number: number, type: string, target: string): string {
  return `<Relationship Id="rId${number}" Type="${type}" Target="${target}"/>`
}

function part(name: string, type: string): string {
  return `<Override PartName="/${name}" ContentType="${type}"/>`
}
