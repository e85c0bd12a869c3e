/** A sentence or a part of one in English, with the key and the parameters by which another language says the same. */
export interface Words {
  readonly text: string
  readonly key: string
  readonly params: Params
}

/** A text is cited from somewhere, such as a cell of a file; a part of the sentence is words of its own. */
export type Params = Readonly<Record<string, string | number | Words>>

type Gap<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}` ? Name | Gap<Rest> : never

type Filled<Template extends string> = [Gap<Template>] extends [never]
  ? []
  : [params: Readonly<Record<Gap<Template>, Params[string]>>]

/** The sentences of one area, by their names: English templates, whose `{gaps}` the parameters fill. */
export function catalogue<const Templates extends Record<string, string>>(area: string, templates: Templates) {
  function words<Name extends keyof Templates & string>(name: Name, ...[params]: Filled<Templates[Name]>): Words {
    return wordsOf(`${area}.${name}`, templates[name]!, params)
  }
  return Object.assign(words, { area, templates })
}

function wordsOf(key: string, template: string, params: Params = {}): Words {
  const text = template.replace(/\{(\w+)\}/g, (gap, name: string) => said(params[name] ?? gap))
  return { text, key, params }
}

function said(param: Params[string]): string {
  return typeof param === 'object' ? param.text : String(param)
}

/** One after the other, each two of them joined by `join`. */
export function together(parts: readonly [Words, ...Words[]], join: (first: Words, second: Words) => Words): Words {
  return parts.reduce(join)
}
