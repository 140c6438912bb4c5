// Passkeys in this browser. The library that speaks to it is fetched when somebody uses one.

import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import { call } from './client.ts';

/** A bare network address is no host name, and without https only localhost has passkeys. */
export function canUsePasskeys(): boolean {
  return window.isSecureContext && 'PublicKeyCredential' in window && !/^[\d.]+$|^\[/.test(window.location.hostname);
}

/** `quietly`: offered among the browser's suggestions for the e-mail field, until something else is done. */
export async function signInWithPasskey({ quietly = false } = {}): Promise<void> {
  const { browserSupportsWebAuthnAutofill, startAuthentication } = await import('@simplewebauthn/browser');
  if (quietly && !(await browserSupportsWebAuthnAutofill())) throw new PasskeyUnavailable();
  const optionsJSON = await post<PublicKeyCredentialRequestOptionsJSON>('sign-in-options', {});
  const response = await startAuthentication({
    optionsJSON,
    useBrowserAutofill: quietly,
    verifyBrowserAutofillInput: false,
  });
  await post('sign-in', { response });
}

export async function addPasskey(name: string): Promise<void> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const optionsJSON = await post<PublicKeyCredentialCreationOptionsJSON>('add-options', {});
  const response = await startRegistration({ optionsJSON });
  await post('add', { response, ...(name !== '' && { name }) });
}

/** Takes back what is offered quietly. */
export async function stopOffering(): Promise<void> {
  const { WebAuthnAbortService } = await import('@simplewebauthn/browser');
  WebAuthnAbortService.cancelCeremony();
}

class PasskeyUnavailable extends Error {}

const post = <T>(path: string, body: unknown) => call<T>(`/api/auth/passkey/${path}`, { method: 'POST', body });
