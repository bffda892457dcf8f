/**
 * What the check of a card found, in words. Findings and verdicts are for the person who holds the card or has to rely
 * on it; deviations are for whoever makes the software that issued it.
 */
export const english = {
  VERIFIED: 'The signature is valid, and the issuer is on a trusted list.',
  SIGNATURE_INVALID:
    'The content was altered after it was signed, or somebody else than the issuer signed it.',
  SIGNATURE_DER_ENCODED:
    'The issuer’s software wrote the signature in a wrong form, in which it cannot be accepted.',
  'JWS_HEADER_INVALID.alg': 'The card is signed in a way that the standard does not allow.',
  'JWS_HEADER_INVALID.kid': 'The card does not say with which key it was signed.',
  'JWS_HEADER_INVALID.crit': 'The card asks to be checked in a way that the standard does not know.',
  'PAYLOAD_MISSING_FIELD.iss': 'The card does not say who issued it.',
  'PAYLOAD_MISSING_FIELD.nbf': 'The card does not say when it was issued.',
  'PAYLOAD_MISSING_FIELD.other': 'The card lacks a part that every health card must have.',
  'ISSUER_URL_INVALID.http': 'The issuer’s address does not use a secure connection.',
  'ISSUER_URL_INVALID.trailing-slash':
    'The issuer’s address ends with a slash, so it is not the address of any listed issuer.',
  'ISSUER_URL_INVALID.not-url': 'What the card gives as its issuer’s address is not one.',
  ISSUER_NOT_LISTED: 'The issuer, {host}, is on none of the trusted lists.',
  ISSUER_SELF_PUBLISHED:
    'The signature fits a key that {host} publishes itself, but that issuer is on none of the trusted lists.',
  ISSUER_TEST: 'TEST DATA: the issuer makes cards for testing only, and anyone can make such a card.',
  KEY_NOT_PUBLISHED:
    'The issuer does not publish the key that this card names: it has withdrawn the key, or the card is a forgery.',
  KEY_MISMATCH_THUMBPRINT: 'The name of the issuer’s key is not the fingerprint of that key.',
  'KEY_UNSUITABLE.d':
    'The issuer has published the secret part of its key, so anybody could have signed this card.',
  'KEY_UNSUITABLE.other': 'The key that the issuer publishes cannot be used to check health cards.',
  ISSUER_KEYS_UNREACHABLE: 'The issuer’s keys could not be looked up, so the signature could not be checked.',
  'ISSUER_KEYS_UNREACHABLE.offline':
    'This device is offline, so {host} could not be asked for its keys. Try again when there is a connection.',
  'ISSUER_KEYS_UNREACHABLE.dns-tls-cors':
    '{host} was asked for its keys and did not give an answer that a browser may read: it is down, blocked, or does not allow web viewers.',
  'ISSUER_KEYS_UNREACHABLE.http':
    '{host} was asked for its keys and answered with an error (status {status}).',
  'ISSUER_KEYS_UNREACHABLE.not-json':
    '{host} was asked for its keys and answered with something that is no list of keys.',
  'ISSUER_KEYS_UNREACHABLE.address':
    '{host} was not asked for its keys, because its address is not a public one.',
  'ISSUER_DIFFERS_BY_SLASH.named':
    'The issuer’s address differs from that of {name} ({host}), which is on a list, by a slash at its end. Addresses count to the letter, so this is not that issuer.',
  'ISSUER_DIFFERS_BY_SLASH.unnamed':
    'The issuer’s address differs from a listed one at {host} by a slash at its end. Addresses count to the letter, so this is not that issuer.',
  CLOCK_WRONG:
    'The clock of this device is wrong: a list of issuers was made on {date}, which this device takes for the future. Set the clock and check again.',
  DIRECTORY_UNAVAILABLE: 'The list of issuers at {host} could not be loaded.',
  DIRECTORY_STALE: {
    one: 'The list of issuers at {host} could not be refreshed; the copy of {date}, {count} day old, was used.',
    other:
      'The list of issuers at {host} could not be refreshed; the copy of {date}, {count} days old, was used.',
  },
  NOT_YET_VALID: 'The card is only valid from {date}; if that is past, the clock of this device is wrong.',
  NBF_IN_MILLISECONDS: 'The issuer’s software wrote the issue date in a wrong unit.',
  EXPIRED: 'The card was valid until {date}.',
  EXP_IN_MILLISECONDS: 'The issuer’s software wrote the end of validity in a wrong unit.',
  'CLAIM_UNREADABLE.nbf': 'The issue date of the card cannot be read.',
  'CLAIM_UNREADABLE.exp': 'The card states an end of its validity that cannot be read.',
  REVOKED: 'The issuer has withdrawn this card.',
  REVOCATION_UNKNOWN: 'Whether the issuer has withdrawn this card could not be checked.',
  REVOCATION_NOT_SUPPORTED: 'The issuer does not publish whether it has withdrawn cards such as this one.',
  NOT_A_HEALTH_CARD: 'This is signed, but it does not call itself a health card.',
  'FHIR_VERSION_UNSUPPORTED.named':
    'The content is written in FHIR version {version}, which the viewer can only show in a general form.',
  'FHIR_VERSION_UNSUPPORTED.unnamed':
    'The content is written in another version of FHIR than 4, so the viewer can only show it in a general form.',
  BUNDLE_EMPTY: 'There is no health information in it.',
  BUNDLE_INVALID: 'The content is not packed in the way that a health card must be.',
  CARD_NONCONFORMANT: 'The card departs from the standard in small ways that do not matter for its check.',
  MULTIPLE_PATIENTS: 'The content is about more than one person.',
  UNSIGNED_CONTENT: 'This is not digitally signed: nothing proves who wrote it or that it is unchanged.',
  ATTESTATION_VALID:
    '{name} vouches for the app that put this together; that says nothing about whether the content is right.',
  ATTESTATION_INVALID: 'A statement about the app that put this together is out of date or not genuine.',
  ATTESTATION_UNKNOWN:
    'A statement about the app that put this together could not be checked, because this viewer knows no key for it.',
  BUNDLE_SIGNATURE_UNCHECKED: 'The content carries a signature of a kind that this viewer does not check.',

  'deviation.text-upper-case': 'The scheme `shc:` is written in capital letters.',
  'deviation.text-whitespace': 'There are blanks or line breaks inside the text of the card.',
  'deviation.text-byte-order-mark': 'The text begins with a byte-order mark.',
  'deviation.text-trailing-characters': 'The digits of the card are followed by other characters.',
  'deviation.chunk-too-long': 'A part of the card has more than 1191 characters of the JWS.',
  'deviation.chunks-unbalanced': 'The parts of the card are not of about the same length.',
  'deviation.jws-too-long': 'The JWS has more than the 1195 characters that one QR code may hold.',
  'deviation.jws-padded': 'The parts of the JWS are padded with `=`.',
  'deviation.chunk-single': 'The QR text has a part header although the card has only one part.',
  'deviation.chunked': 'The card is cut into several QR codes, which the standard deprecated in 2022.',
  'deviation.file-single-string': 'In the file, `verifiableCredential` is a single value and not a list.',
  'deviation.file-bare-array': 'The file is a bare list of cards without `verifiableCredential`.',
  'deviation.header-zip-missing': 'The header lacks `zip` with the value `DEF`.',
  'deviation.payload-zlib-wrapped': 'The payload is compressed with a zlib wrapper and not as raw DEFLATE.',
  'deviation.payload-not-deflated': 'The header says that the payload is compressed, and it is not.',
  'deviation.payload-not-minified': 'The JSON of the payload is not minified.',
  'deviation.kid-not-thumbprint': 'The `kid` of the key is not its SHA-256 thumbprint (RFC 7638).',
  'deviation.key-use-missing': 'The published key does not state its `use`.',
  'deviation.key-alg-missing': 'The published key does not state its `alg`.',
  'deviation.key-crl-version-malformed':
    'The `crlVersion` of the published key is not a number under that name.',
  'deviation.revocation-list-malformed':
    'The list of revoked cards has a property that is not as it must be.',
  'deviation.issuer-trailing-slash': 'The `iss` ends with a slash.',
  'deviation.legacy-iat': 'The issue date is in `iat` and not in `nbf`.',
  'deviation.nbf-milliseconds': 'The `nbf` is in milliseconds and not in seconds.',
  'deviation.exp-milliseconds': 'The `exp` is in milliseconds and not in seconds.',
  'deviation.exp-before-nbf': 'The `exp` is not later than the `nbf`.',
  'deviation.vc-type-not-list': 'The `vc.type` is not a list.',
  'deviation.vc-type-legacy': 'The `vc.type` holds a type that the standard has given up.',
  'deviation.rid-outside-vc': 'The `rid` is beside `vc` and not inside it.',
  'deviation.rid-malformed': 'The `rid` is not 1 to 24 characters of base64url.',
  'deviation.fhir-version-missing': 'The `fhirVersion` is missing.',
  'deviation.fhir-version-malformed': 'The `fhirVersion` is not the number of a version.',
  'deviation.bundle-not-collection': 'The Bundle is neither a `collection` nor a `document`.',
  'deviation.full-url-not-short': 'The `fullUrl` of an entry is not of the short form `resource:0`.',
  'deviation.reference-not-short': 'A reference is not of the short form `resource:0`.',
  'deviation.resource-id-present': 'A resource carries an `id`, which a card in a QR code leaves out.',
  'deviation.resource-meta-present': 'A resource carries a `meta` with more than `security`.',
  'deviation.resource-text-present': 'A resource carries a `text`, which a card in a QR code leaves out.',
  'deviation.concept-text-present':
    'A CodeableConcept carries a `text`, which a card in a QR code leaves out.',
  'deviation.coding-display-present': 'A Coding carries a `display`, which a card in a QR code leaves out.',

  'verified.headline': 'Verified',
  'verified.dated': 'Signed by {signer}, which is on {list}, checked against the list of {date}.',
  'verified.undated': 'Signed by {signer}, which is on {list}. The list does not state its date.',
  'verified.stale':
    'Signed by {signer}, which is on {list}, checked against an older copy of {date} because a newer one could not be loaded.',
  'verified.staleUndated':
    'Signed by {signer}, which is on {list}, checked against an older copy because a newer one could not be loaded.',

  'unchecked.headline': 'Could not be checked',
  'unchecked.revocation':
    'Signed by {signer}, which is on {list}, but whether the card has been withdrawn since could not be checked.',
  'unchecked.clock':
    'Signed by {signer}, which is on {list}, but the clock of this device is wrong, so whether the card is still valid could not be checked. Set the clock and check again.',
  'unchecked.key':
    '{signer} is on {list}, but not every list of issuers could be loaded in its newest version, so it could not be checked whether the key of this card belongs to that issuer. Try again when you are online.',
  'unchecked.list':
    'The card says that {signer} issued it. Not every list of issuers could be loaded, so this could not be checked. Try again when you are online.',

  'untrusted.headline': 'Issuer not known',
  'untrusted.notListed':
    'The card says that {signer} issued it. That issuer is on none of the trusted lists, so the signature was not checked.',
  'untrusted.asked':
    'The card says that {signer} issued it. That issuer is on none of the trusted lists, and its own keys could not be had, so the signature was not checked.',
  'untrusted.selfPublished':
    'The signature fits a key that {signer} publishes itself, but that issuer is on none of the trusted lists: the content is unchanged, and who that issuer is nobody vouches for.',
  'test.headline': 'TEST DATA',
  'test.reason':
    'Signed by {signer}, which makes cards for testing only. Anyone can make such a card, and it proves nothing about anybody.',

  'invalid.headline': 'Do not rely on this card',
  'invalid.other': 'The card did not pass the check.',
  'invalid.signed': 'It was signed by {signer}.',
  'invalid.test': 'It is TEST DATA of {signer}.',
  'invalid.claimed': 'It names {signer} as its issuer.',

  'unsigned.headline': 'Not digitally signed',
  'unsigned.reason': 'Nothing proves who wrote this or that it is unchanged.',
  'unsigned.from': 'It was received from {host}. Nothing proves who wrote it or that it is unchanged.',

  'signature.label': 'Signature',
  'signature.valid.state': 'Valid',
  'signature.valid.explanation':
    'The content is, to the letter, what was signed with a key that the list names for this issuer.',
  'signature.valid.selfPublished':
    'The content is, to the letter, what was signed with a key that the issuer publishes itself.',
  'signature.invalid.state': 'Not valid',
  'signature.not-checkable.state': 'Not checked',
  'signature.not-checkable.explanation':
    'There was no key of this issuer on the lists with which the signature could be checked.',

  'trust.label': 'Issuer',
  'trust.listed.state': 'On a trusted list',
  'trust.listed.explanation': '{signer} is on {list}.',
  'trust.test.state': 'Test issuer',
  'trust.test.explanation': '{signer} makes cards for testing only, and anyone can make such a card.',
  'trust.issuer-published-only.state': 'Vouches for itself only',
  'trust.issuer-published-only.explanation':
    '{signer} publishes the key itself and is on none of the trusted lists.',
  'trust.not-listed.state': 'On no trusted list',
  'trust.not-listed.explanation': 'The card names {signer}, which is on none of the trusted lists.',
  'trust.key-not-the-issuers.state': 'Not the issuer’s key',
  'trust.key-not-the-issuers.explanation':
    'The newest list that knows {signer} does not have the key that this card names.',
  'trust.key-not-the-issuers.asked': '{signer} was asked, and does not publish the key that this card names.',
  'trust.unknown.state': 'Could not be checked',
  'trust.unknown.listed':
    '{signer} is on {list}, but not every list of issuers could be loaded in its newest version, so whether the key of this card belongs to that issuer is not known.',
  'trust.unknown.explanation':
    'The card names {signer}. Not every list of issuers could be loaded, so whether one of them has this issuer is not known.',

  'time.label': 'Validity',
  'time.current.state': 'Current',
  'time.not-yet.state': 'Not yet valid',
  'time.expired.state': 'Expired',
  'time.issued': 'Issued on {date}.',
  'time.until': 'Valid until {date}.',
  'time.unlimited': 'The card states no end of its validity.',

  'revocation.label': 'Withdrawal',
  'revocation.not-revoked.state': 'Not withdrawn',
  'revocation.not-revoked.explanation': 'The issuer’s list of withdrawn cards does not name this card.',
  'revocation.revoked.state': 'Withdrawn',
  'revocation.revoked.explanation': 'The issuer’s list of withdrawn cards names this card.',
  'revocation.not-supported.state': 'Not published',
  'revocation.not-supported.explanation':
    'Either the issuer publishes no list of withdrawn cards, or this card carries nothing by which such a list could name it.',
  'revocation.unknown.state': 'Could not be checked',
  'revocation.unknown.explanation':
    'Either no copy of the issuer’s list of withdrawn cards was new enough and readable, or what this card gives to look it up by cannot be read.',
  'revocation.fetched': 'The list is the issuer’s own, at {host}, fetched on {date}.',
  'revocation.listed': 'The list is the copy in {list}.',
  'revocation.listedDated': 'The list is the copy in {list} of {date}.',
  'revocation.unknown.skipped': 'This was not looked up, because the signature fits no key of the issuer.',

  'format.label': 'Form',
  'format.conformant.state': 'As the standard asks',
  'format.conformant.explanation': 'No departure from the standard was found.',
  'format.deviations.state': 'Small departures',
  'format.deviations.explanation': {
    one: 'The card departs from the standard in one point, which does not matter for the other checks.',
    other: 'The card departs from the standard in {count} points, which do not matter for the other checks.',
  },

  /** A name that the list gives, and the address that the card gives. */
  'signer.named': '{name} ({host})',
  'signer.unnamed': 'an issuer without a usable address',
  'list.plain': 'the list {name}',
  'list.dated': 'the list {name} of {date}',
  'list.unnamed': 'a list of this viewer',
  'unnamed.host': 'a server without a usable name',
  'unnamed.date': 'an unknown date',
} as const
