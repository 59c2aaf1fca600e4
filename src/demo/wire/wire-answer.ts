import type { WireAnswer } from './protocol.ts';

export function xmlAnswer(status: number, requestId: string, body: string): WireAnswer {
  return {
    status,
    headers: { 'content-type': 'text/xml;charset=UTF-8', 'x-amzn-requestid': requestId },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n${body}`,
  };
}

export function jsonAnswer(status: number, requestId: string, contentType: string, value: unknown, headers: Readonly<Record<string, string>> = {}): WireAnswer {
  return { status, headers: { 'content-type': contentType, 'x-amzn-requestid': requestId, ...headers }, body: JSON.stringify(value ?? {}) };
}

/** Who is at fault, as the XML protocols say it. */
export function faultType(status: number): 'Sender' | 'Receiver' {
  return status < 500 ? 'Sender' : 'Receiver';
}

export function namespaceAttribute(namespace: string | undefined): string {
  return namespace === undefined ? '' : ` xmlns="${namespace}"`;
}
