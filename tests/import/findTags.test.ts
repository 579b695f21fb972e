/** Markup of the system that wrote a post, and what only looks like it. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { findTags, type TagSystem } from '../../src/import/findTags.ts';

/** The lines that are told, by system and text. */
const table: readonly (readonly [system: TagSystem, text: string, lines: readonly number[]])[] = [
  ['unknown', 'See the [video].', []],
  ['unknown', 'See the [video](https://tube.example/x).', []],
  ['unknown', 'See the [video][1].\n\n[1]: https://tube.example/x', []],
  ['unknown', '[video]: https://tube.example/x\n\nSee the [video].', []],
  ['jekyll', '[audio] The minister speaks\n\n[gallery]', []],
  ['jekyll', '- [x] done\n- [ ] open\n- [embed] later', []],
  ['hugo', 'A [caption] and a [playlist][].', []],
  ['unknown', 'Left over: [gallery ids="12,13"]', [1]],
  ['unknown', 'x\n\n[caption id="a" width="300"]Pier[/caption]', [3]],
  ['unknown', 'Write `[gallery ids="12"]` there.\n\n```\n[video src="x"]\n```', []],
  ['unknown', 'Write \\[gallery ids="12"] there.', []],
  ['unknown', '[code]x[/code]', [1]],
  ['hugo', '{{< youtube x >}} and {{ .Title }} and {% if %}', [1]],
  ['jekyll', 'x\n{% include a.html %}\n{{ site.url }}\n{{< not ours >}}', [2, 3]],
  ['unknown', '{{% note %}}\n{% raw %}', [1, 2]],
  ['wordpress', '<p>A [gallery] here</p>', [1]],
  ['wordpress', '<p>[[gallery]] shows one</p>', []],
  ['wordpress', '[contact-form-7 id="12" title="Ask"]', [1]],
  ['wordpress', 'x\n[sourcecode]y[/sourcecode]', [2]],
  ['wordpress', '[youtube=https://tube.example/x]', [1]],
  ['wordpress', '[embed]https://tube.example/x[/embed]', [1]],
  ['wordpress', 'He said [sic] that [the port] is [ed.] calm', []],
  ['wordpress', '{{ name }} and {% tag %} are text here', []],
];

const tags = suite('markup of other tools');

for (const [system, text, lines] of table) {
  tags(`${system}: ${JSON.stringify(text)}`, () => {
    const found = findTags(text, system);
    assert.equal(
      found.map((line) => Number(/ in line (\d+) of/.exec(line)?.[1])),
      lines,
      found.join('; '),
    );
  });
}

tags.run();
