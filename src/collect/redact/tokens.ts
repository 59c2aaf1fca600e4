/** A token whose form alone gives it away. The whole match is the secret, or its group `secret` where the pattern names one. */
export interface TokenPattern {
  readonly kind: string;
  readonly pattern: RegExp;
}

/**
 * Tokens by their issuers' published prefixes and lengths. All patterns have the flags `g` and `d` and are linear in the text.
 * They find only what looks like the token; names such as `password=` are `assignments.ts`.
 */
export const TOKEN_PATTERNS: readonly TokenPattern[] = [
  { kind: 'private-key', pattern: /-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----(?:[\s\S]*?-----END (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----|(?:\s*[A-Za-z0-9+/=:,.\- ]+$)*)/dgm },
  { kind: 'private-key', pattern: /PuTTY-User-Key-File-\d[\s\S]*?Private-MAC:\s*[0-9a-f]+/dg },
  { kind: 'aws-access-key-id', pattern: /(?<![A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])/dg },
  { kind: 'github-token', pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_\w{20,255})/dg },
  { kind: 'gitlab-token', pattern: /\b(?:glpat|gldt|glrt|glptt|glcbt|glsoat|glft|gloas|GR1348941)-?[\w.-]{20,}/dg },
  { kind: 'slack-token', pattern: /\bxox[abeoprs]-[A-Za-z0-9-]{10,}|\bxapp-\d-[A-Za-z0-9-]{10,}/dg },
  { kind: 'slack-webhook', pattern: /hooks\.slack\.com\/(?:services|workflows|triggers)\/(?<secret>[A-Za-z0-9/]{20,})/dg },
  { kind: 'discord-webhook', pattern: /discord(?:app)?\.com\/api\/webhooks\/\d+\/(?<secret>[\w-]{20,})/dg },
  { kind: 'teams-webhook', pattern: /webhook\.office\.com\/webhookb2\/(?<secret>[\w@/-]{30,})/dg },
  { kind: 'telegram-token', pattern: /(?<![\w])\d{8,10}:AA[\w-]{32,34}/dg },
  { kind: 'stripe-key', pattern: /\b(?:[rs]k|whsec)_(?:(?:live|test)_)?[A-Za-z0-9]{16,}/dg },
  { kind: 'twilio-key', pattern: /\b(?:SK|AC)[0-9a-f]{32}\b/dg },
  { kind: 'sendgrid-key', pattern: /\bSG\.[\w-]{16,}\.[\w-]{16,}/dg },
  { kind: 'mailgun-key', pattern: /\bkey-[0-9a-f]{32}\b/dg },
  { kind: 'mailchimp-key', pattern: /\b[0-9a-f]{32}-us\d{1,2}\b/dg },
  { kind: 'npm-token', pattern: /\bnpm_[A-Za-z0-9]{30,}/dg },
  { kind: 'pypi-token', pattern: /\bpypi-[\w-]{40,}/dg },
  { kind: 'rubygems-key', pattern: /\brubygems_[0-9a-f]{40,}/dg },
  { kind: 'google-api-key', pattern: /\bAIza[\w-]{33,}/dg },
  { kind: 'google-oauth-token', pattern: /\bya29\.[\w-]{20,}|\bGOCSPX-[\w-]{20,}/dg },
  { kind: 'anthropic-key', pattern: /\bsk-ant-[\w-]{20,}/dg },
  { kind: 'openai-key', pattern: /\bsk-(?!ant-)(?:proj-|svcacct-|admin-)?[A-Za-z0-9_-]{20,}/dg },
  { kind: 'huggingface-token', pattern: /\bhf_[A-Za-z0-9]{30,}/dg },
  { kind: 'vault-token', pattern: /\bhv[sbr]\.[\w-]{20,}|(?<![\w.])s\.[A-Za-z0-9]{24}(?![\w.])/dg },
  { kind: 'terraform-token', pattern: /\b[A-Za-z0-9]{14}\.atlasv1\.[\w-]{60,}/dg },
  { kind: 'digitalocean-token', pattern: /\bdo[por]_v1_[0-9a-f]{64}/dg },
  { kind: 'databricks-token', pattern: /\bdapi[0-9a-f]{32}/dg },
  { kind: 'docker-token', pattern: /\bdckr_(?:pat|oat)_[\w-]{20,}/dg },
  { kind: 'datadog-key', pattern: /\bDD_(?:API|APP)_KEY["']?\s*[=:]\s*["']?(?<secret>[0-9a-f]{32,40})/dg },
  { kind: 'newrelic-key', pattern: /\bNR(?:AK|JS|II|RA)-[\w]{20,}|\b[0-9a-f]{36}NRAL\b/dg },
  { kind: 'grafana-token', pattern: /\bgl(?:c_[A-Za-z0-9+/=]{32,}|sa_[A-Za-z0-9]{32}_[0-9a-f]{8})|\beyJrIjoi[A-Za-z0-9+/=]{30,}/dg },
  { kind: 'shopify-token', pattern: /\bshp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}/dg },
  { kind: 'linear-key', pattern: /\blin_(?:api|oauth)_[A-Za-z0-9]{30,}/dg },
  { kind: 'notion-token', pattern: /\b(?:ntn|secret)_[A-Za-z0-9]{40,}/dg },
  { kind: 'figma-token', pattern: /\bfig[dou]_[\w-]{30,}/dg },
  { kind: 'vercel-token', pattern: /\bvc[pirak]_[A-Za-z0-9]{24,}/dg },
  { kind: 'atlassian-token', pattern: /\bATATT3[\w=-]{50,}/dg },
  { kind: 'azure-storage-key', pattern: /AccountKey=(?<secret>[A-Za-z0-9+/]{40,}={0,2})/dg },
  { kind: 'age-key', pattern: /\bAGE-SECRET-KEY-1[A-Z0-9]{50,}/dg },
  { kind: 'jwt', pattern: /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]*/dg },
  { kind: 'password-hash', pattern: /(?<![\w$])\$(?:1|2[abxy]?|5|6|7|y|apr1|argon2id?)\$[\w./$=,+-]{16,}/dg },
  { kind: 'password-hash', pattern: /\{S?SHA(?:256|512)?\}[A-Za-z0-9+/]{20,}={0,2}/dg },
  { kind: 'kubeadm-token', pattern: /(?:--token[ =]|token:\s*)["']?(?<secret>[a-z0-9]{6}\.[a-z0-9]{16})\b/dg },
  { kind: 'signed-url', pattern: /[?&](?:X-Amz-Signature|X-Amz-Security-Token|X-Amz-Credential|sig|Signature|sv_sig)=(?<secret>[\w%+/.~-]{8,}=*)/dg },
];
