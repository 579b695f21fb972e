import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { checkContent } from '../../src/check/checkContent.ts';
import { findDirectionControls } from '../../src/check/letters.ts';
import { stripTracking } from '../../src/check/tracking.ts';
import { articleFile, makeContent, testNow } from '../support/site.ts';

const source = 'sources: [{name: A, url: "https://example.org/"}]';

/** The codes and the words at their places, for one body. */
async function find(
  body: string,
  front = '',
): Promise<readonly (readonly [code: string, at: string])[]> {
  const text = articleFile(`title: A\ndate: 2024-01-05\nsummary: B.\n${source}\n${front}`, body);
  const content = makeContent({
    'actors/kim.md': '---\nname: Kim Jong Un\ntype: person\nweakAliases: [the leader]\n---\n',
    'actors/korea.md': '---\nname: North Korea\ntype: state\naliases: [DPRK]\n---\n',
    'articles/x.md': text,
  });
  const lines = text.split('\n');
  const found = await checkContent({ content, now: testNow, drafts: false });
  return found.map(
    ({ code, line, column }) =>
      [code, (lines[line - 1] ?? '').slice(column - 1).split(/[\s.,*]/)[0] ?? ''] as const,
  );
}

const likelihood = suite('words of likelihood');

const sentences: readonly (readonly [
  sentence: string,
  found: readonly (readonly [string, string])[],
])[] = [
  ['It may snow.', []],
  ['We judge that it may snow.', [['likelihood-word', 'may']]],
  [
    'We judge that it will\nperhaps **possibly** snow.',
    [
      ['likelihood-word', 'perhaps'],
      ['likelihood-word', 'possibly'],
    ],
  ],
  ['In our view it rained in May.', []],
  ['We judge snow very unlikely.', []],
  ['We judge snow highly improbable.', []],
  [
    'We judge snow likely. We judge rain probable, and hail probable.',
    [['mixed-likelihoods', 'probable']],
  ],
  ['The ministry called snow likely and rain probable.', []],
  ['We judge the word "possibly" bad.', []],
  ['We judge `possibly` code.', []],
  ['> We judge that it may snow.', []],
  ['We have high confidence. Snow is likely.', []],
  ['We have high confidence that snow is likely.', [['likelihood-with-confidence', 'likely']]],
  ['1. We judge this.\n   - We judge that it\n     might snow.', [['likelihood-word', 'might']]],
  ['| a | b |\n|---|---|\n| may | We judge it may snow |', [['likelihood-word', 'may']]],
];

for (const [sentence, found] of sentences) {
  likelihood(sentence, async () => assert.equal(await find(sentence), found));
}

likelihood('an assessed item speaks for itself where nobody else is named', async () => {
  assert.equal(await find('It may snow.', 'judgement: Snow falls.\nlikelihood: likely'), [
    ['likelihood-word', 'may'],
  ]);
  assert.equal(
    await find('It may snow, the office said.', 'judgement: Snow falls.\nlikelihood: likely'),
    [],
  );
  assert.equal(await find('Snow is probable.', 'judgement: Snow falls.\nlikelihood: likely'), [
    ['mixed-likelihoods', 'probable'],
  ]);
});

likelihood.run();

const claims = suite('absolute claims');

const claimed: readonly (readonly [sentence: string, words: readonly string[]])[] = [
  ['It was the worst storm.', ['the']],
  ['It was the worst storm, the office said.', []],
  ['According to the office it was its largest fleet.', []],
  ['It was "the worst storm".', []],
  ['It was Europe’s largest fleet.', ['Europe’s']],
  ['Undoubtedly it snowed. It was unprecedented.', ['Undoubtedly', 'unprecedented']],
  ['The rest went west by the latest train to the best-known inn.', ['the']],
  ['At least two came first.', []],
];

for (const [sentence, words] of claimed) {
  claims(sentence, async () =>
    assert.equal(
      await find(sentence),
      words.map((word) => ['absolute-claim', word]),
    ),
  );
}

claims.run();

const actors = suite('actors mentioned and tagged');

const mentioned: readonly (readonly [
  body: string,
  front: string,
  found: readonly (readonly [string, string])[],
])[] = [
  ['Kim Jong Un came.', '', [['untagged-actor', 'Kim']]],
  ['Kim Jong Un came.', 'actors: [kim]', []],
  ['Kim Jong Un came and\nKim Jong Un went.', '', [['untagged-actor', 'Kim']]],
  ['The leader came.', '', []],
  ['The leader came.', 'actors: [kim]', []],
  ['It rained.', 'actors: [kim]', [['unmentioned-actor', 'kim]']]],
  ['North Korean rain.', 'actors: [korea]', []],
  [
    'It rained in Korea.',
    'actors: [{actor: DPRK, role: host}]',
    [['unmentioned-actor', '{actor:']],
  ],
  ['Before, [a visit](/2024/01/05/x/) of Kim Jong Un.', '', []],
  ['Before, [a visit](https://example.org/) of Kim Jong Un.', '', [['untagged-actor', 'Kim']]],
  ['## Kim Jong Un\n\nHe came.', '', []],
  // Places and persons that are named for an actor are others.
  ['They flew from Kim Jong Un Airport.', '', []],
  ['They flew to North Korea Street.', '', []],
  ['They met Kim Jong Un on Monday.', '', [['untagged-actor', 'Kim']]],
];

for (const [body, front, found] of mentioned) {
  actors(`${body} ${front}`, async () => assert.equal(await find(body, front), found));
}

actors.run();

const tracking = suite('tracking parameters');

const addresses: readonly (readonly [url: string, stripped: string])[] = [
  ['https://e.org/', 'https://e.org/'],
  ['https://e.org/?id=1', 'https://e.org/?id=1'],
  ['https://e.org/?utm_source=a', 'https://e.org/'],
  ['https://e.org/?id=1&utm_source=a&UTM_Medium=b', 'https://e.org/?id=1'],
  ['https://e.org/?utm_source=a&id=%20&b', 'https://e.org/?id=%20&b'],
  ['https://e.org/?utm_source=a&amp;id=1&amp;gclid=2#f?utm_x=1', 'https://e.org/?id=1#f?utm_x=1'],
  [
    'https://e.org/?q=utm_source&ref=x&my_utm_source=1',
    'https://e.org/?q=utm_source&ref=x&my_utm_source=1',
  ],
  ['https://e.org/?msclkid=1&fbclid=2&ysclid=3', 'https://e.org/'],
  ['https://e.org/?a=1&&fbclid=2', 'https://e.org/?a=1&'],
];

for (const [url, stripped] of addresses) {
  tracking(url, () => {
    assert.is(stripTracking(url).url, stripped);
    assert.is(stripTracking(stripped).url, stripped);
  });
}

tracking.run();

const directions = suite('direction controls');

const marks: readonly (readonly [text: string, found: readonly (readonly [number, boolean])[]])[] =
  [
    ['plain \u200e \u200f \u061c', []],
    ['a\u202eb', [[1, true]]],
    [
      'a\u2067b\u2069',
      [
        [1, true],
        [3, true],
      ],
    ],
    ['\u2067שלום\u2069', []],
    [
      'שלום\n\u2067b\u2069',
      [
        [5, true],
        [7, true],
      ],
    ],
    ['\u2067שלום', [[0, false]]],
    [
      'שלום \u202e\u2069',
      [
        [5, false],
        [6, false],
      ],
    ],
  ];

for (const [text, found] of marks) {
  directions(JSON.stringify(text), () =>
    assert.equal(
      findDirectionControls(text).map(({ offset, isNeedless }) => [offset, isNeedless]),
      found,
    ),
  );
}

directions.run();
