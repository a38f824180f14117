import { describe, expect, it } from 'vitest';
import { buildReport } from '../../../src/page/flows/people/report/buildReport';
import { figuresCsv } from '../../../src/page/flows/people/report/figuresCsv';
import { html } from '../../../src/page/flows/people/report/html';
import { photosCsv } from '../../../src/page/flows/people/report/photosCsv';
import { pseudonymise } from '../../../src/page/flows/people/report/pseudonymise';
import type { ReportContent } from '../../../src/page/flows/people/report/reportContent';
import { studyJson } from '../../../src/page/flows/people/report/studyJson';
import { parseCsv } from '../../../src/page/intake/people/parseCsv';
import { csv } from '../../../src/shared/csv';
import type { FillKind } from '../../../src/shared/mask';
import { maskFills } from '../../../src/shared/mask/maskFills';
import type { StudyPhoto } from '../../../src/shared/people';
import { studyLimits } from '../../../src/shared/people/limits';
import { allQuantities, perRegion } from '../../../src/shared/people/quantities';
import type { TrainingStudy } from '../../../src/shared/people/trainingStudy';
import { madeComparison, madeMask, madePhoto, madeReport, madeSummary } from './support/madeStudy';

const around = { mean: 0.5, low: 0.4, high: 0.6 };
const hostile = '<script>alert(1)</script>';
const attribute = '" onerror="alert(2)';
const photo = (id: string, change: Partial<StudyPhoto> = {}): StudyPhoto => ({
  id,
  file: `${id}.jpg`,
  person: null,
  group: 'North',
  ...change,
});

const png = 'data:image/png;base64,iVBORw0KGgo=';

function hostileReport() {
  const file = `${hostile}${attribute}.jpg`;
  const named = { person: hostile, label: `${attribute}'`, group: hostile };
  return madeReport([photo('a', { file }), photo('b', { file: hostile })], [madePhoto('a', { file, ...named })], {
    failures: [{ id: 'b', file: hostile, message: `“${hostile}” is empty.`, remedy: 'Copy it again.' }],
    comparison: madeComparison([madeSummary(hostile, 9), madeSummary(attribute, 8)]),
    pictures: 'included',
    thumbnails: new Map([['a', png]]),
    maps: [
      {
        title: 'Mean maps',
        pictures: [{ address: png, title: hostile, note: attribute }],
        scale: { address: png, ends: [0, 1], unit: 'raw, logits', sharedWith: null },
      },
    ],
  });
}

describe('markup', () => {
  it('escapes whatever is put in, in texts and in attributes, once', () => {
    const inner = html`<b title="${attribute}">${hostile}</b>`;
    const text = html`<p>${inner}${['&', null, false, 0]}</p>`.text;
    expect(text).toBe(
      '<p><b title="&quot; onerror=&quot;alert(2)">&lt;script&gt;alert(1)&lt;/script&gt;</b>&amp;0</p>',
    );
  });
});

describe('the report', () => {
  it('holds hostile names as text', () => {
    const text = buildReport(hostileReport());
    expect(text).not.toMatch(/<script/i);
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    // No quote of a name ends an attribute: outside of tags they may stand.
    for (const [tag] of text.matchAll(/<[a-z][^>]*>/g)) expect(tag).not.toMatch(/\sonerror="/);
  });

  it('needs nothing from elsewhere', () => {
    const text = buildReport(hostileReport());
    const addresses = [...text.matchAll(/\b(?:src|href|srcset|action|data)="([^"]*)"/g)].map(
      ([, address = '']) => address,
    );
    expect(addresses.length).toBeGreaterThan(2);
    for (const address of addresses) expect(address).toMatch(/^(data:image\/|#part-\d+$)/);
    expect(text).not.toMatch(/url\(|@import|https?:\/\//);
    expect(text).toContain('default-src &#39;none&#39;');
  });

  it('tells what cannot be shown, the settings, and how many persons and photos stand behind a figure', () => {
    const text = buildReport(madeReport([photo('a')], [madePhoto('a')]));
    for (const limit of studyLimits) expect(text).toContain(html`${limit}`.text);
    for (const word of [
      'ab12',
      'conv_pw_13_relu',
      'Grad-CAM',
      'no mask',
      '2,000',
      '12 persons; head',
      'left out',
      'North: 9 persons, 18 photos · South: 8 persons, 16 photos',
    ])
      expect(text).toContain(word);
    expect(text).toContain('More heat on the eyes in North than in South: +3.1 points (95 %: 0.5 to 5.7; q = 0.012).');
    expect(text).toContain('That does not show that they are alike');
  });

  it('says what the mask was filled with, stroke by stroke', () => {
    const box = { x: 0, y: 0, width: 1, height: 1 };
    const stroke = (fill: FillKind, erase = false) => ({ shape: { kind: 'rectangle', box }, erase, fill }) as const;
    const fills = maskFills([stroke('noise'), stroke('blur', true), stroke('mean'), stroke('noise')]);
    const masked = madeMask({ name: 'Mine', fills });
    const text = buildReport(madeReport([photo('a')], [madePhoto('a')], { masked }));
    expect(text).toContain('Mine, filled with noise and the input’s mean colour');
    expect(text).not.toContain('black');
  });

  it('says when the photos differ, and refuses a verdict on too few', () => {
    const groups = [madeSummary('North', 9), madeSummary('South', 8)];
    expect(buildReport(madeReport([], [], { comparison: madeComparison(groups, true) }))).toContain(
      'also differ in face size: what looks like a difference between people may be one between photos',
    );
    const tooFew = { needed: 8, forLargeEffect: 47, tests: 15, groups: [{ group: 'South', persons: 3 }] };
    const comparison = { ...madeComparison(groups), differences: [], tests: 0, tooFew };
    const text = buildReport(madeReport([], [], { comparison }));
    expect(text).toContain(
      'each group needs at least 8, and South has 3 persons. It would take 5 more in South; to find a large difference',
    );
    expect(text).not.toContain('Hedges’ g</th>');
  });

  it('has the numbers and the unit of its axis over every chart, one axis for tables of tests beside each other', () => {
    const pair = ['East', 'West'] as const;
    const comparison = madeComparison([madeSummary('North', 9), madeSummary('South', 8)]);
    const [eyes] = comparison.differences;
    if (eyes === undefined) throw new Error('There is a difference.');
    const wide = { ...eyes, groups: pair, difference: -0.2, low: -0.31, high: 0.02 };
    const text = buildReport(
      madeReport([], [], { comparison: { ...comparison, differences: [...comparison.differences, wide] } }),
    );
    const heads = [...text.matchAll(/Chart, (per cent|percentage points)<svg class="axis".*?<\/svg>/g)].map(
      ([head, unit]) => [
        unit,
        [...head.matchAll(/<text x="([\d.]+)%" y="10">(.*?)<\/text>/g)].map(([, , tick]) => tick),
      ],
    );
    const points = ['percentage points', ['−30', '−20', '−10', '0']];
    // Shares of the heat, up to 24.2 %; then the two pairs, of which the second reaches from −31 to 2 points.
    expect(heads).toEqual([['per cent', ['0', '5', '10', '15', '20', '25']], points, points]);
    // A tick stands where a value of its size does: −20 points is the second pair's own mean.
    const at = /<text x="([\d.]+)%" y="10">−20</.exec(text)?.[1];
    expect(text).toContain(`<circle cx="${at}%"`);
  });

  it('says why there is no interval below the tables that have none, and nothing below those with other dashes', () => {
    const below = (report: ReportContent) =>
      [...buildReport(report).matchAll(/<figure class="table.*?<\/figure>/gs)]
        .map(([figure]) => figure)
        .filter((figure) => figure.includes('No interval (–)'))
        .map((figure) => /<caption>(.*?)<\/caption>/.exec(figure)?.[1]);
    // A photo in no group, and a change that cannot be told: dashes that stand for no interval.
    const summary = madeSummary('North', 9);
    const losses = { ...madeComparison([]), groups: [{ ...summary, recognised: null }], differences: [], tests: 0 };
    const others = { measured: new Map([['a', madePhoto('a', { group: null })]]), masked: madeMask({ losses }) };
    const report = madeReport([photo('a')], [], others);
    const text = buildReport(report);
    for (const dash of [/<td[^>]*>–<\/td>/, /cannot be told<\/td><td[^>]*>–<\/td>/]) expect(text).toMatch(dash);
    expect(below(report)).toEqual([]);
    const none = { mean: 0, low: Number.NaN, high: Number.NaN };
    const comparison = madeComparison([{ ...summary, regions: { ...summary.regions, nose: none } }]);
    expect(below({ ...report, comparison })).toEqual(['Heat per region by group']);
    const mute = { ...losses, groups: [{ ...summary, recognised: null, probability: none }] };
    expect(below({ ...report, masked: madeMask({ losses: mute }) })).toEqual([
      'With the mask minus without it, photo by photo',
    ]);
  });

  it('tells persons and photos in every table of figures, and heads rows and columns', () => {
    const text = buildReport(fullReport());
    const tables = [...text.matchAll(/<table>.*?<\/table>/gs)].map(([table]) => table);
    expect(tables.length).toBeGreaterThanOrEqual(10);
    for (const table of tables) {
      const caption = /<caption>(.*?)<\/caption>/.exec(table)?.[1] ?? '';
      expect(caption).not.toBe('');
      const heads = [...table.matchAll(/<th scope="col"[^>]*>(.*?)<\/th>/gs)].map(([, head]) => head);
      const [, ...rows] = table.split('<tr>');
      for (const row of rows.slice(1)) {
        expect(row.startsWith('<th scope="row"')).toBe(true);
        expect(row.split(/<t[hd][ >]/).length - 1, caption).toBe(heads.length);
      }
      if (!/one by one|could not be measured|^\d+ of \d+/.test(caption)) {
        expect(heads, caption).toContain('Persons');
        expect(
          heads.some((head) => head === 'Photos' || head === 'Copies'),
          caption,
        ).toBe(true);
      }
    }
    // No two tables have one name: who hears them chooses by it.
    const captions = tables.map((table) => /<caption>(.*?)<\/caption>/.exec(table)?.[1]);
    expect(new Set(captions).size).toBe(captions.length);
  });

  it('has its headings in order and a way to each part', () => {
    const text = buildReport(fullReport());
    const levels = [...text.matchAll(/<h(\d)>/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    for (const [i, level] of levels.entries()) if (i > 0) expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1);
    const parts = [...text.matchAll(/<section id="(part-\d+)">/g)].map(([, id]) => `#${id}`);
    expect([...text.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual(parts);
    for (const [image] of text.matchAll(/<img[^>]*>/g)) expect(image).toMatch(/ alt="[^"]+"/);
    for (const part of ['<main>', '<header>', '<nav aria-label="Contents">']) expect(text).toContain(part);
  });

  it('says that no test is behind pictures of differences', () => {
    const note = 'No test is behind these pictures.';
    const scale = { address: png, ends: [0, 1] as const, unit: 'raw, logits', sharedWith: null };
    const text = buildReport(madeReport([], [], { maps: [{ title: 'Differences', note, pictures: [], scale }] }));
    expect(text).toContain(`<p class="soft">${note}</p>`);
  });

  it('says that pictures beside each other are on one colour scale, and what else is', () => {
    const scale = { address: png, ends: [0, 1] as const, unit: 'raw, logits' };
    const text = (sharedWith: string | null) =>
      buildReport(madeReport([], [], { maps: [{ title: 'Means', pictures: [], scale: { ...scale, sharedWith } }] }));
    expect(text(null)).toContain('One colour scale for all of these pictures.');
    expect(text('the others')).toContain('One colour scale for all of these pictures, and for the others.');
  });

  it('shows the mask: on the mean face, how much it hides, with what, and where it could not be measured', () => {
    const picture = 'data:image/png;base64,TUFTSw==';
    const failures = [{ id: 'b', file: 'b.jpg', message: 'The face is gone.', remedy: 'Add the photo again.' }];
    const masked = madeMask({ fills: ['black', 'noise'], picture, failures });
    const text = buildReport(madeReport([photo('a')], [madePhoto('a')], { masked }));
    const section = text.slice(text.indexOf('<h2>With a mask'), text.indexOf('<h2>Photo by photo'));
    expect(section).toContain(`<img src="${picture}" alt="Eye bar on the mean face: what is dark is hidden"`);
    expect(section).toContain('<dd>black and noise</dd>');
    expect(section).toContain('18.2 % of the face’s pixels, the mean of 5 photos (the least 15.1 %, the most 21.0 %)');
    expect(section).toContain('5 measured under it, 1 failed, listed below');
    expect(section).toContain('The face is gone.');
    const without = buildReport({ ...madeReport([photo('a')], [madePhoto('a')], { masked }), pseudonyms: true });
    expect(without).not.toContain('b.jpg');
  });

  it('begins with who was measured and what was shown, and claims nothing where nothing was', () => {
    const short = (change: Partial<ReportContent>) => {
      const text = buildReport(madeReport([photo('a')], [madePhoto('a')], change));
      return text.slice(text.indexOf('<h2>In short'), text.indexOf('<h2>What this cannot show'));
    };
    const comparison = madeComparison([madeSummary('North', 9), madeSummary('South', 8)]);
    const found = short({ comparison });
    for (const words of ['North: 9 persons, 18 photos.', 'More heat on the eyes in North than in South: +3.1 points'])
      expect(found).toContain(words);
    const none = comparison.differences.map((one) => ({ ...one, q: 0.4 }));
    expect(short({ comparison: { ...comparison, differences: none } })).toContain(
      '15 tests between groups, and none shows',
    );
    // Photos that differ are no difference between people, and are told.
    const brighter = none.map((one, i) =>
      i > 0 ? one : { ...one, q: 0.01, quantity: { kind: 'condition', condition: 'brightness' } as const },
    );
    const confounded = short({ comparison: { ...comparison, differences: brighter } });
    expect(confounded).toContain('15 tests between groups, and none shows a difference between people');
    expect(confounded).toContain('The photos of North and South also differ in brightness');
    expect(confounded).not.toContain('Higher brightness');
    const tooFew = { needed: 8, forLargeEffect: 47, tests: 15, groups: [{ group: 'South', persons: 3 }] };
    const refused = short({ comparison: { ...comparison, differences: [], tests: 0, tooFew } });
    expect(refused).toContain('Too few persons for a verdict');
    expect(refused).not.toContain('none shows');
    expect(short({ comparison: null })).toContain('No photo is in a group: nothing is compared.');
  });

  it('says how many tests each comparison has, and who is in more than one group', () => {
    const comparison = madeComparison([madeSummary('North', 9), madeSummary('South', 8)]);
    const masked = madeMask({ comparison: { ...comparison, tests: 10 } });
    const photos = [
      madePhoto('a', { person: 'Anna', group: 'North' }),
      madePhoto('b', { person: 'Anna', group: 'South' }),
      madePhoto('c', { person: 'Bo', group: 'South' }),
    ];
    const text = buildReport(madeReport([], photos, { comparison, masked }));
    expect(text).toContain(
      '15 between groups and 10 between groups under the mask; q is corrected within each of these, not over all',
    );
    expect(text).toContain('1 person has photos in more than one group, and counts in each');
    expect(buildReport(madeReport([], photos.slice(1)))).not.toContain('more than one group');
  });

  it('leaves pictures out unless they are wanted', () => {
    const thumbnails = new Map([['a', png]]);
    expect(buildReport(madeReport([photo('a')], [madePhoto('a')], { thumbnails }))).not.toContain(png);
    const text = buildReport(madeReport([photo('a')], [madePhoto('a')], { thumbnails, pictures: 'blurred' }));
    expect(text).toContain(png);
  });
});

/** A report with all its parts: every group test found nothing, but the first. */
function fullReport() {
  const comparison = madeComparison([madeSummary('North', 9), madeSummary('South', 8)]);
  const { groups, differences } = comparison;
  const losses = {
    ...{ ...comparison, differences: differences.filter(({ quantity }) => quantity.kind !== 'condition') },
    groups: groups.map(({ group, persons, photos, named, recognised, probability, regions }) => ({
      ...{ group, persons, photos, named, recognised, probability, regions },
    })),
  };
  const maps = [
    {
      title: 'Average maps',
      pictures: [],
      scale: { address: png, ends: [0, 1] as const, unit: 'raw, logits', sharedWith: null },
    },
  ];
  const failures = [{ id: 'b', file: 'b.jpg', message: 'It is gone.', remedy: 'Add it again.' }];
  const [first] = differences;
  if (first === undefined) throw new Error('There is a difference.');
  const figures = { recognised: around, probability: around, regions: perRegion(() => around) };
  const training: TrainingStudy = {
    ...{ network: 'n', layer: 'l', persons: 6, photos: 12, heldOut: 'photos', folds: 3, seed: 1, leftOut: ['Eve'] },
    ...{ refusals: [], tests: 1, resamples: 2000, splits: 2000 },
    results: [{ head: 'plain', view: 'open', group: null, persons: 6, photos: 12, ...figures }],
    changes: [{ head: 'masked', against: 'plain', view: 'open', group: null, persons: 6, photos: 12, ...figures }],
    differences: [{ ...first, head: 'plain', view: 'open' }],
  };
  return madeReport([photo('a'), photo('b')], [madePhoto('a')], {
    ...{ comparison, maps, failures, training },
    masked: madeMask({ comparison: { ...comparison, differences: losses.differences }, losses, maps, failures }),
  });
}

describe('names in other directions', () => {
  const text = (group: string) =>
    buildReport(madeReport([], [], { comparison: madeComparison([madeSummary(group, 9), madeSummary('South', 8)]) }));

  it('cannot turn what stands beside them: marks of direction go, words from right to left stand by themselves', () => {
    expect(text('Nor\u202eth\u2067\u200f')).toContain('More heat on the eyes in North than in South: +3.1 points');
    expect(text('Nor\u202eth')).not.toMatch(/[\u200e\u200f\u202a-\u202e]/);
    expect(text('צפון 2 מערב')).toContain('eyes in \u2068צפון 2 מערב\u2069 than in South: +3.1 points');
  });

  it('leave all other writing as it is', () => {
    for (const name of ['Åsa–北 “ö” 12 %', 'Ёлка', 'नमस्ते']) expect(html`${name}`.text).toBe(name);
    expect(html`${'دلتا and גמא'}`.text).toBe('\u2068دلتا\u2069 and \u2068גמא\u2069');
  });
});

describe('pseudonyms', () => {
  const names = ['Anna Alm', 'Bo Berg', 'Cleo', 'anna-1', 'bo-1', 'broken-photo'];
  const content = () =>
    madeReport(
      [
        photo('1', { file: 'study/Anna Alm/anna-1.jpg', person: 'Anna Alm' }),
        photo('2', { file: 'study/bo-1.jpg' }),
        photo('3', { file: 'study/broken-photo-with-a-long-name.jpg', person: 'Cleo' }),
      ],
      [
        madePhoto('1', { file: 'study/Anna Alm/anna-1.jpg', person: 'Anna Alm', label: 'Bo Berg', right: false }),
        madePhoto('2', { file: 'study/bo-1.jpg', person: 'Bo Berg', label: 'Bo Berg', right: true }),
      ],
      {
        failures: [
          {
            id: '3',
            file: 'study/broken-photo-with-a-long-name.jpg',
            message: '“broken-photo-wi…ame.jpg” is empty: it has 0 bytes.',
            remedy: 'Copy it again.',
          },
        ],
        pseudonyms: true,
      },
    );

  it('take every name out of the report and the tables, and keep who was taken for whom', () => {
    const files = [buildReport(content()), figuresCsv(pseudonymise(content())), photosCsv(pseudonymise(content()))];
    for (const file of files) for (const name of names) expect(file).not.toContain(name);
    expect(files[0]).toContain('P2 (wrong)');
    expect(files[0]).toContain('The photo is empty: it has 0 bytes.');
  });

  it.each([
    ['No face was found in Anna Smith.jpg.', 'No face was found.'],
    ['No face was found.', 'No face was found.'],
    ['“Anna “Annie” Smith.jpg” has 70 MB; the limit is 64 MB.', 'The photo has 70 MB; the limit is 64 MB.'],
    ['This photo is too large for the gallery.', 'This photo is too large for the gallery.'],
  ])('tell why a photo failed without the name that its file had: %s', (message, reason) => {
    const failures = [{ id: 'a', file: 'Anna Smith (2).jpg', message, remedy: 'Choose another one.' }];
    const content = madeReport([photo('a', { file: 'Anna Smith (2).jpg' })], [], { failures, pseudonyms: true });
    for (const file of [buildReport(content), photosCsv(pseudonymise(content))]) {
      expect(file).not.toMatch(/Anna|Smith|Annie/);
      expect(file).toContain(reason);
    }
  });

  it('take the names of those who were left out of the training', () => {
    const training: TrainingStudy = {
      ...{
        network: 'n',
        layer: 'l',
        persons: 6,
        photos: 12,
        leftOut: ['Bo Berg', 'Dora'],
        heldOut: 'photos',
        folds: 3,
      },
      ...{ seed: 1, results: [], changes: [], differences: [], refusals: [], tests: 0, resamples: 2000, splits: 2000 },
    };
    const report = { ...content(), training };
    expect(buildReport({ ...report, pseudonyms: false })).toContain('Bo Berg and Dora');
    for (const file of [buildReport(report), studyJson(report)]) expect(file).not.toMatch(/Bo Berg|Dora/);
    expect(buildReport(report)).toContain('kept any more: P2 and P');
  });

  it('leave the network’s own classes', () => {
    const renamed = pseudonymise({ ...content(), target: 'class' });
    expect(renamed.measured.get('1')).toMatchObject({ person: 'P1', label: 'Bo Berg' });
  });
});

describe('the CSV files', () => {
  it('have one line a figure with the tests beside', () => {
    const [heads, ...lines] = parseCsv(figuresCsv(madeReport([], [])), '').map(({ cells }) => cells);
    expect(lines).toHaveLength(3 * allQuantities.length);
    for (const line of lines) expect(line).toHaveLength(heads?.length ?? 0);
    const eyes = lines.find(
      ([table, , , other, quantity]) => table === 'differences' && other === 'South' && quantity === 'heat on the eyes',
    );
    expect(eyes?.slice(5)).toEqual(['0.031', '0.005', '0.057', '0.0004', '0.0123', '0.77', '17', '34']);
  });

  it('have what each photo is under the mask, and no name where there are pseudonyms', () => {
    const under = { label: 'Bo Berg', kept: 0.25, right: false, unknown: true };
    const content = madeReport([photo('a'), photo('b')], [madePhoto('a'), madePhoto('b')], {
      maskedPhotos: new Map([['a', under]]),
    });
    const [heads, ...lines] = parseCsv(photosCsv(content), '').map(({ cells }) => cells);
    const from = heads?.indexOf('named with the mask') ?? -1;
    expect(lines[0]?.slice(from, from + 4)).toEqual(['Bo Berg', '0.25', 'no', 'yes']);
    expect(lines[1]?.slice(from, from + 4)).toEqual(['', '', '', '']);
    for (const line of lines) expect(line).toHaveLength(heads?.length ?? 0);
    expect(photosCsv(pseudonymise({ ...content, pseudonyms: true }))).not.toContain('Bo Berg');
  });

  it('count a rate by the persons of whom it can be told', () => {
    const groups = [{ ...madeSummary('North', 9), named: { persons: 4, photos: 5 } }, madeSummary('South', 8)];
    const lines = parseCsv(figuresCsv(madeReport([], [], { comparison: madeComparison(groups) })), '');
    const sizes = (quantity: string) =>
      lines
        .find(({ cells }) => cells[0] === 'groups' && cells[2] === 'North' && cells[4] === quantity)
        ?.cells.slice(-2);
    expect(sizes('recognised')).toEqual(['4', '5']);
    expect(sizes('probability')).toEqual(['9', '18']);
  });

  it('have persons and photos in every line', () => {
    const figures = { recognised: around, probability: around, regions: perRegion(() => around) };
    const training: TrainingStudy = {
      ...{ network: 'n', layer: 'l', persons: 6, photos: 12, heldOut: 'photos', folds: 3, seed: 1 },
      ...{ leftOut: [], differences: [], refusals: [], tests: 0, resamples: 2000, splits: 2000 },
      results: [
        { head: 'plain', view: 'open', group: null, persons: 6, photos: 12, ...figures },
        { head: 'balanced', view: 'open', group: null, persons: 4, photos: 9, ...figures },
      ],
      changes: [{ head: 'balanced', against: 'fewer', view: 'open', group: null, persons: 4, photos: 9, ...figures }],
    };
    const masked = madeMask();
    const [, ...lines] = parseCsv(figuresCsv(madeReport([], [], { training, masked })), '').map(({ cells }) => cells);
    for (const line of lines) for (const size of line.slice(-2)) expect(Number(size)).toBeGreaterThan(0);
    const change = lines.find(([name]) => name === 'head: balanced minus fewer');
    expect(change?.slice(-2)).toEqual(['4', '9']);
  });

  it('keep a name from becoming a formula', () => {
    const file = '=cmd()|x.jpg';
    const text = photosCsv(madeReport([photo('a', { file })], [madePhoto('a', { file, person: '@x' })]));
    expect(text).toContain("\r\n'=cmd()|x.jpg,'@x,");
    for (const name of ['=1+1', '+1', '-1', '@a', '\t=1', '\r=1', '\n=1', '＝1+1', '－1'])
      expect(csv([[name]]).replaceAll('"', '')).toBe(`'${name}\r\n`);
  });

  it.each(['a, "b"', 'two\nlines', 'a\r\n=1', '"', ',', '=1+1', '<img src=x onerror=alert(1)>'])(
    'are read back as they were written: %j',
    (name) => {
      const text = photosCsv(madeReport([photo('a', { group: name })], [madePhoto('a', { person: name })]));
      const [, line] = parseCsv(text, '').map(({ cells }) => cells);
      const written = name.startsWith('=') ? `'${name}` : name;
      expect(line?.slice(0, 3)).toEqual(['a.jpg', written, written]);
    },
  );
});
