import { describe, expect, test } from 'vitest';
import { csvField, csvFile } from '../../../src/report/escape/csv.ts';
import { markdownCode, markdownFence, markdownText } from '../../../src/report/escape/markdown.ts';
import { terminalLine, terminalText } from '../../../src/report/escape/terminal.ts';
import { escapeXml } from '../../../src/report/escape/xml.ts';

describe('terminal', () => {
  test.each([
    ['\u001B[31mred\u001B[0m', 'red'],
    ['\u001B]8;;http://evil.example.com\u0007link\u001B]8;;\u0007', 'link'],
    ['\u001B]0;title\u001B\\after', 'after'],
    ['\u009B31mc1', 'c1'],
    ['bell\u0007 back\b space', 'bell back space'],
    ['a\u202Egnp.exe\u202C', 'agnp.exe'],
    ['\u2066isolate\u2069\u200F', 'isolate'],
    ['one\rtwo', 'one\ntwo'],
    ['keeps é, 漢字 and 👩‍💻', 'keeps é, 漢字 and 👩‍💻'],
  ])('%j → %j', (given, expected) => expect(terminalText(given)).toBe(expected));

  test('a line stays one line', () => expect(terminalLine(' a\r\nb\u2028c\td ')).toBe('a b c d'));
});

describe('CSV', () => {
  test.each([
    ['=1+1', "\"'=1+1\""], ['+1', "\"'+1\""], ['-1', "\"'-1\""], ['@SUM(A1)', "\"'@SUM(A1)\""], ['\t=1', "\"'\t=1\""], ['\r=1', "\"'\r=1\""], ['\0=1', "\"'=1\""], ['＝1', "\"'＝1\""],
    ['a,b', '"a,b"'], ['say "hi"', '"say ""hi"""'], ['two\nlines', '"two\nlines"'], ['plain', 'plain'], [' padded', '" padded"'], ['', ''],
  ])('%j → %j', (given, expected) => expect(csvField(given)).toBe(expected));

  test('numbers stay numbers, negative ones too; what is absent is empty', () => {
    expect([csvField(-5), csvField(0), csvField(Number.NaN), csvField(undefined)]).toEqual(['-5', '0', '', '']);
  });

  test('rows end with CRLF', () => expect(csvFile(['a', 'b'], [[1, 'x']])).toBe('a,b\r\n1,x\r\n'));
});

describe('Markdown', () => {
  test.each([
    ['| # [x](javascript:1)', '\\| # \\[x\\](javascript:1)'],
    ['# heading', '\\# heading'], ['- item', '\\- item'], ['1. item', '1\\. item'], ['> quote', '&gt; quote'],
    ['*b* _i_ ~s~ `c`', '\\*b\\* \\_i\\_ \\~s\\~ \\`c\\`'],
    ['<img src=x>', '&lt;img src=x&gt;'], ['&lt;', '&amp;lt;'],
    ['https://evil.example.com', 'https\\://evil.example.com'], ['www.evil.example.com', 'www\\.evil.example.com'], ['a@example.com', 'a\\@example.com'],
    ['one\n\n# two', 'one # two'], ['back\\slash|', 'back\\\\slash\\|'], ['$x$', '\\$x\\$'], ['![img](x)', '!\\[img\\](x)'],
  ])('text %j → %j', (given, expected) => expect(markdownText(given)).toBe(expected));

  test.each([
    ['i-0abc', '`i-0abc`'], ['a`b', '``a`b``'], ['`a`', '`` `a` ``'], ['a``b', '```a``b```'], ['a|b', 'a\\|b'], ['a\nb', '`a b`'], ['', ''],
  ])('code %j → %j', (given, expected) => expect(markdownCode(given)).toBe(expected));

  test('a fence is longer than any run of backticks inside it', () => {
    expect(markdownFence('a\n````\nb')).toBe('`````\na\n````\nb\n`````');
  });
});

describe('XML', () => {
  test.each([
    ['<a b="c">\'&', '&lt;a b=&quot;c&quot;&gt;&#39;&amp;'], ['a\nb\tc\rd', 'a&#10;b&#9;c&#13;d'],
    ['nul\u0000 esc\u001B c1\u009B end', 'nul esc c1 end'], ['lone \uD800 and \uDC00, pair 👍', 'lone  and , pair 👍'], ['\uFFFE\uFFFF', ''], ['\u202Etxt', 'txt'],
  ])('%j → %j', (given, expected) => expect(escapeXml(given)).toBe(expected));
});
