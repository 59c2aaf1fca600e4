import type { Protocol } from '../protocol.ts';
import { parseQuery } from '../query-input.ts';
import { faultType, namespaceAttribute, xmlAnswer } from '../wire-answer.ts';
import { escapeXml, renderXml } from '../xml-output.ts';

/** AWS Query (`Action=…` in a form, XML back) and EC2's dialect of it, whose envelopes differ. */
export function query(dialect: 'query' | 'ec2'): Protocol {
  return {
    operationName: (request) => new URLSearchParams(request.body).get('Action') ?? undefined,
    read(operations, request) {
      const parameters = new URLSearchParams(request.body);
      const operation = operations.find(parameters.get('Action') ?? '');
      return operation && { operation, input: parseQuery(operation.input, parameters, dialect) };
    },
    output({ name, output: shape }, output, { requestId, xmlNamespace }) {
      const inside = renderXml(shape, output);
      const body = dialect === 'ec2'
        ? `<requestId>${requestId}</requestId>${inside}`
        : `<${name}Result>${inside}</${name}Result><ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata>`;
      return xmlAnswer(200, requestId, `<${name}Response${namespaceAttribute(xmlNamespace)}>${body}</${name}Response>`);
    },
    fault({ code, status, message }, { requestId, xmlNamespace }) {
      const said = `<Code>${escapeXml(code)}</Code><Message>${escapeXml(message)}</Message>`;
      const body = dialect === 'ec2'
        ? `<Response><Errors><Error>${said}</Error></Errors><RequestID>${requestId}</RequestID></Response>`
        : `<ErrorResponse${namespaceAttribute(xmlNamespace)}><Error><Type>${faultType(status)}</Type>${said}</Error><RequestId>${requestId}</RequestId></ErrorResponse>`;
      return xmlAnswer(status, requestId, body);
    },
  };
}
