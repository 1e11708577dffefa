import { expect, test } from 'vitest'
import { findingsOf, messagesOf } from '../../helpers/findings.ts'

const find = (body: string) => findingsOf('template-tag', body)

test.each([
  ['{{< figure src="a.png" >}}', ['1:1 {{< figure src="a.png" >}}']],
  ['{{<youtube abc>}}', ['1:1 {{<youtube abc>}}']],
  ['{{% notice %}}注。{{% /notice %}}', ['1:1 {{% notice %}}', '1:17 {{% /notice %}}']],
  ['前{{< ref "a.md" >}}後', ['1:2 {{< ref "a.md" >}}']],
  ['{% asset_img a.png 図 %}', ['1:1 {% asset_img a.png 図 %}']],
  ['{%- include a.html -%}', ['1:1 {%- include a.html -%}']],
  ['| a |\n| - |\n| {% note %} |', ['3:3 {% note %}']],
  ['## {{ page.title }}', ['1:4 {{ page.title }}']],
  ['[a]({{ site.baseurl }}/a)', ['1:5 {{ site.baseurl }}']],
  ['段落。\n{: .notice}', ['2:1 {: .notice}']],
  ['@[card](https://example.com)', ['1:1 @[card](https://example.com)']],
  ['@[youtube](abc)', ['1:1 @[youtube](abc)']],
])('points at the tag in %j', (body, found) => {
  expect(find(body)).toEqual(found)
})

test.each([
  '`{{< figure >}}`',
  '```\n{% highlight %}\n```',
  '{{ message }}と書きます。',
  '{{ secrets.TOKEN }}',
  '\\{{< figure >}}',
  '\\{% raw %}',
  '## 見出し {#id}',
  '@[甲](b.md)',
  'a@[card]',
  '{: は顔文字}',
  '100%}',
])('says nothing of %j', (body) => {
  expect(find(body)).toEqual([])
})

test('says what to write instead', () => {
  const notes = (body: string) => messagesOf('template-tag', body).map(({ note }) => note)
  expect(notes('{% asset_img a.png %}')).toEqual(['Write ![what it shows](the path of the picture).'])
  expect(notes('{% highlight js %}')).toEqual(['Write the code between lines of ```.'])
  expect(notes('{% post_url a %}')).toEqual(["Write [words](the article's file)."])
  expect(notes('@[card](https://a.example)')).toEqual(['Write the address alone in its paragraph.'])
})
