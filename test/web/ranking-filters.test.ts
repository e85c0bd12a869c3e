import { describe, expect, it } from 'vitest'
import { filtersOf, isFiltered, noFilters, withFilters } from '../../web/screens/webinar/ranking/filters.ts'

const read = (search: string) => filtersOf(new URLSearchParams(search))

describe('the filters of a ranking', () => {
  it('stand in the address in the words of the call', () => {
    expect(read('temperature=hot&attended=no_show&stage=mql&minScore=-12.5&q=noa&buying=price&sort=score')).toEqual({
      temperature: 'hot',
      attended: 'no_show',
      stage: 'mql',
      minScore: '-12.5',
      q: 'noa',
      buying: 'price',
      sort: 'score',
    })
  })

  it('leave out what no ranking understands, so that a mistyped link still shows a list', () => {
    expect(
      read('temperature=boiling&attended=maybe&stage=&minScore=many&sort=name&limit=9&q=%20&buying=%3Cb%3E'),
    ).toEqual({})
  })

  it('keep what else stands in the address', () => {
    const next = withFilters(new URLSearchParams('open=p_1&stage=lead'), { stage: '', q: 'נועה' })
    expect([next.get('open'), next.get('stage'), next.get('q')]).toEqual(['p_1', null, 'נועה'])
  })

  it('are cleared without losing the order', () => {
    const cleared = withFilters(new URLSearchParams('sort=score&temperature=hot&q=a&minScore=3'), noFilters)
    expect(cleared.toString()).toBe('sort=score')
  })

  it('count as filters only when somebody may be left out', () => {
    expect([isFiltered({ sort: 'score' }), isFiltered({}), isFiltered({ minScore: '0' })]).toEqual([false, false, true])
  })
})
