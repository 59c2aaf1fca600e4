import { expect, test } from 'vitest';
import { classify, failureOf, isCredentialFailure, isGone } from '../../src/aws/classify.ts';

const enabled = { regionKnown: true, ownEndpoint: false, region: 'eu-west-1' };
const unsure = { ...enabled, regionKnown: false };

test.each([
  ['UnauthorizedOperation', enabled, 'denied'],
  ['AccessDenied', enabled, 'denied'],
  ['AccessDeniedException', unsure, 'denied'],
  ['AuthFailure', enabled, 'denied'],
  ['AuthFailure', unsure, 'unsupported'],
  ['OptInRequired', unsure, 'unsupported'],
  ['UnrecognizedClientException', unsure, 'unsupported'],
  ['InvalidAction', enabled, 'unsupported'],
  ['RequestLimitExceeded', enabled, 'throttled'],
  ['ThrottlingException', enabled, 'throttled'],
  ['InternalError', enabled, 'failed'],
  ['ECONNRESET', enabled, 'failed'],
  ['ENOTFOUND', enabled, 'unsupported'],
  ['ENOTFOUND', { ...enabled, ownEndpoint: true }, 'failed'],
  ['ValidationError', enabled, 'failed'],
] as const)('%s is %o: %s', (code, context, outcome) => {
  expect(classify({ code, text: 'text', status: 400 }, context).outcome).toBe(outcome);
});

test('a reason names no principal, no key and no encoded message', () => {
  const text = 'User: arn:aws:sts::111122223333:assumed-role/Admin/jane is not authorized. AKIAIOSFODNN7EXAMPLE. Encoded authorization failure message: hx9k';
  for (const code of ['UnauthorizedOperation', 'SomethingElse']) {
    const { message } = classify({ code, text, status: 403 }, enabled);
    expect(message).not.toMatch(/jane|AKIA|hx9k|111122223333/);
  }
});

test.each([
  ['because no identity-based policy allows the action', 'no policy of the caller allows it'],
  ['with an explicit deny in a service control policy', 'an organisation\'s service control policy denies it'],
  ['with an explicit deny in an identity-based policy', 'a policy denies it explicitly'],
])('denied %s', (text, message) => {
  expect(classify({ code: 'AccessDenied', text, status: 403 }, enabled).message).toBe(message);
});

test.each([
  [Object.assign(new Error('x'), { name: 'ExpiredToken' }), true],
  [Object.assign(new Error('x'), { name: 'RequestExpired' }), true],
  [Object.assign(new Error('x'), { name: 'CredentialsProviderError' }), true],
  [Object.assign(new Error('x'), { name: 'AccessDenied' }), false],
  [Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), false],
])('credentials: %o %s', (error, dead) => {
  expect(isCredentialFailure(failureOf(error))).toBe(dead);
});

test.each([
  ['TargetGroupNotFound', true], ['LoadBalancerNotFoundException', true], ['InvalidInstanceID.NotFound', true], ['WAFNonexistentItemException', true],
  ['NoSuchEntity', true], ['AccessDenied', false], ['ValidationError', false],
])('gone: %s %s', (code, gone) => {
  expect(isGone(code)).toBe(gone);
});
