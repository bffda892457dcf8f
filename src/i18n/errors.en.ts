/**
 * What the viewer says when something went wrong. `CODE.title` tells what happened, `CODE.advice` what to do next;
 * each is one plain sentence that a patient understands. Further parts of a key tell cases of one code apart.
 */
export const english = {
  'INPUT_EMPTY.title': 'There is nothing to read.',
  'INPUT_EMPTY.advice': 'Scan a code, choose a file or paste a SMART Health Card or Link.',
  'SHARE_LOST.title': 'What was shared did not arrive.',
  'SHARE_LOST.advice':
    'It is held only for a moment and never stored. Please share it again, or paste it or choose the file here.',
  'INPUT_NOT_RECOGNISED.web-address.title': 'This is a web address, not a SMART Health Card or Link.',
  'INPUT_NOT_RECOGNISED.text.title': 'This text is not a SMART Health Card or Link.',
  'INPUT_NOT_RECOGNISED.json.title': 'This is neither a SMART Health Card or Link nor a health record.',
  'INPUT_NOT_RECOGNISED.fhir-unknown.title':
    'This looks like a health record, but of a kind that the viewer does not know.',
  'INPUT_NOT_RECOGNISED.web-address.advice':
    'The address was not opened; ask the sender for the health card or link itself.',
  'INPUT_NOT_RECOGNISED.advice': 'Check that you have the right code or file, and all of it.',
  'INPUT_OTHER_FORMAT.eu-dcc.title':
    'This is an EU Digital COVID Certificate, which this viewer does not read.',
  'INPUT_OTHER_FORMAT.vhlink.title': 'This is a Verifiable Health Link, which this viewer does not read.',
  'INPUT_OTHER_FORMAT.openid4vp.title':
    'This code asks a wallet to show a credential; it holds no health information itself.',
  'INPUT_OTHER_FORMAT.cms-app-id.title': 'This code identifies an app; it holds no health information.',
  'INPUT_OTHER_FORMAT.vcard.title': 'This is an electronic business card; it holds no health information.',
  'INPUT_OTHER_FORMAT.other-link-scheme.title': 'This link is made for another app.',
  'INPUT_OTHER_FORMAT.pdf417.title':
    'This is a PDF417 barcode, as on driving licences; it is not a SMART Health Card or Link.',
  'INPUT_OTHER_FORMAT.aztec.title':
    'This is an Aztec code, as on tickets; it is not a SMART Health Card or Link.',
  'INPUT_OTHER_FORMAT.data-matrix.title':
    'This is a Data Matrix code, as on medicine packages; it is not a SMART Health Card or Link.',
  'INPUT_OTHER_FORMAT.barcode.title': 'This is an ordinary barcode; it is not a SMART Health Card or Link.',
  'INPUT_OTHER_FORMAT.advice':
    'Open it with the app that it is made for, or ask for a SMART Health Card or Link.',
  'INPUT_TOO_LARGE.title': 'This is larger than {size}, which is the most that the viewer reads.',
  'INPUT_TOO_LARGE.advice': 'Ask the sender for a smaller file or for a SMART Health Link.',
  'FILE_UNREADABLE.title': 'The file could not be read.',
  'FILE_UNREADABLE.advice': 'Choose it again, or ask the sender for it once more.',
  'FILE_NOT_JSON.title': 'The file is damaged, or it is not a SMART Health Card file.',
  'FILE_NOT_JSON.advice': 'Download the file again, or ask the sender for a new one.',
  'FILE_NO_CARDS.title': 'The file holds no cards.',
  'FILE_NO_CARDS.issuer.title': 'The issuer returned no cards.',
  'FILE_NO_CARDS.issuer.advice':
    'It has none for this person, or none of the kind that was asked for. Ask the issuer.',
  'FILE_NO_CARDS.advice': 'Ask the sender for a file with the cards in it.',
  'INSECURE_CONTEXT.title':
    'This page was opened without a secure connection, so the browser withholds the cryptography that every check needs.',
  'INSECURE_CONTEXT.advice': 'Open the page by its address that begins with https.',

  'CAMERA_DENIED.title': 'The browser was not allowed to use the camera.',
  'CAMERA_DENIED.advice':
    'Allow the camera for this page in the address bar or in the browser settings and start it again, or choose a picture instead.',
  'SCAN_GARBLED.letter-case.title':
    'The scanner changed the capital or small letters of this link, so it cannot be read.',
  'SCAN_GARBLED.letter-case.advice':
    'Switch off letter conversion in the scanner’s settings; the scanner test on the About screen shows whether it worked.',
  'SCAN_GARBLED.layout.title': 'The scanner types for another keyboard layout, so the code arrived garbled.',
  'SCAN_GARBLED.layout.advice':
    'Set the scanner’s keyboard country to that of this computer; the scanner test on the About screen shows whether it worked.',
  'CAMERA_UNAVAILABLE.title': 'No camera was found on this device.',
  'CAMERA_UNAVAILABLE.advice': 'Connect a camera, or choose a picture or a file instead.',
  'CAMERA_IN_USE.title': 'The camera is being used by another program.',
  'CAMERA_IN_USE.advice': 'Close the other program and start the camera again, or choose a picture instead.',
  'CAMERA_UNPLUGGED.title': 'The camera was disconnected or switched off.',
  'CAMERA_UNPLUGGED.advice': 'Connect it again, or start another camera.',
  'CAMERA_INSECURE_CONTEXT.title':
    'This page was opened without a secure connection, so the browser withholds the camera.',
  'CAMERA_INSECURE_CONTEXT.advice':
    'Open the page by its address that begins with https, or choose a picture instead.',
  'CAMERA_BLOCKED_BY_FRAME.title':
    'The program that shows this page inside its own does not let it use the camera.',
  'CAMERA_BLOCKED_BY_FRAME.advice': 'Scan in a small window of its own, or choose a picture instead.',
  'POPUP_BLOCKED.title': 'The browser did not open the window for the camera.',
  'POPUP_BLOCKED.advice':
    'Allow pop-up windows for this page and press the button again, or choose a picture instead.',
  'VIEWER_INCOMPLETE.title': 'Part of this viewer could not be loaded, so nothing has been opened.',
  'VIEWER_INCOMPLETE.advice':
    'Check the connection and try again. If that does not help, load the page again.',
  'READER_UNAVAILABLE.title': 'The part of the viewer that reads codes and documents could not be loaded.',
  'READER_UNAVAILABLE.advice': 'Check the connection and try again.',
  'IMAGE_NO_QR.title': 'No QR code was found.',
  'IMAGE_NO_QR.advice': 'Try a sharper picture, with the whole code in it and taken from closer.',
  'IMAGE_QR_UNREADABLE.title':
    'There is a QR code, but it cannot be read: it is blurred, damaged or too small.',
  'IMAGE_QR_UNREADABLE.advice': 'Take the picture again, from closer, straight and in good light.',
  'IMAGE_TOO_LARGE.title':
    'The picture has more than {megapixels} megapixels, which is the most that is opened.',
  'IMAGE_TOO_LARGE.advice': 'Take a smaller picture, or a screenshot of the code.',
  'IMAGE_FORMAT_UNSUPPORTED.title': 'This browser cannot open pictures of this kind.',
  'IMAGE_FORMAT_UNSUPPORTED.advice': 'Save it as JPEG or PNG, or take a screenshot of the code.',
  'PDF_LOCKED.title': 'The document is protected by a password.',
  'PDF_LOCKED.advice': 'Open it with the program that you use for it, and take a screenshot of the code.',

  'QR_DIGITS_ODD.title': 'Part of the code was lost or read twice.',
  'QR_DIGITS_ODD.advice': 'Scan the code again, close and straight.',
  'QR_DIGITS_RANGE.title': 'The code holds digits that cannot stand in a health card.',
  'QR_DIGITS_RANGE.advice': 'Scan the code again; if that does not help, ask the issuer for a new card.',
  'QR_HEADER_MALFORMED.title': 'The code begins like a health card but does not go on like one.',
  'QR_HEADER_MALFORMED.advice': 'Scan the code again; if that does not help, ask the issuer for a new card.',
  'QR_CHUNK_INCOMPLETE.title': 'Parts of this card that have been scanned: {have} of {need}.',
  'QR_CHUNK_INCOMPLETE.advice': {
    one: 'Scan the next code of the same card. Part {parts} is missing.',
    other: 'Scan the next codes of the same card, in any order. Parts {parts} are missing.',
  },
  'QR_CHUNK_CONFLICT.title': 'These codes belong to different cards.',
  'QR_CHUNK_CONFLICT.advice':
    'The code that was scanned last is of another card than those before. Nothing of either was mixed.',
  'QR_CHUNK_INDEX_INVALID.title': 'The code calls itself part {index} of {total}, which cannot be.',
  'QR_CHUNK_INDEX_INVALID.advice':
    'Scan the code again; if that does not help, ask the issuer for a new card.',
  'JWS_MALFORMED.title': 'The card is incomplete or damaged.',
  'JWS_MALFORMED.advice': 'Scan or copy the whole card again.',
  'JWS_HEADER_INVALID.title': 'The card does not follow the SMART Health Cards standard.',
  'JWS_HEADER_INVALID.advice': 'Ask the issuer for a new card.',
  'PAYLOAD_INFLATE_FAILED.title': 'The content of the card could not be unpacked.',
  'PAYLOAD_INFLATE_FAILED.advice':
    'Scan or copy the card again; if that does not help, ask the issuer for a new one.',
  'PAYLOAD_TOO_LARGE.title': 'Unpacked, the card would be larger than {size}, so it was not opened.',
  'PAYLOAD_TOO_LARGE.advice':
    'No ordinary card is that large; ask whoever gave it to you where it came from.',
  'PAYLOAD_NOT_JSON_OBJECT.title': 'The content of the card cannot be read.',
  'PAYLOAD_NOT_JSON_OBJECT.advice':
    'Scan or copy the card again; if that does not help, ask the issuer for a new one.',
  'PAYLOAD_MISSING_FIELD.title': 'The card lacks a part that every health card must have.',
  'PAYLOAD_MISSING_FIELD.advice': 'Ask the issuer for a new card.',

  'SHL_MALFORMED.base64.title': 'The link is damaged.',
  'SHL_MALFORMED.json.title': 'The link is damaged.',
  'SHL_MALFORMED.truncated.title': 'The link is incomplete.',
  'SHL_MALFORMED.url.title': 'The link does not say where its content is.',
  'SHL_MALFORMED.advice': 'Scan or copy the whole link again, or ask the sender for a new one.',
  'SHL_KEY_INVALID.title': 'The link holds no usable key, so its content cannot be decrypted.',
  'SHL_KEY_INVALID.advice': 'Scan or copy the whole link again, or ask the sender for a new one.',
  'SHL_URL_INSECURE.not-a-url.title': 'The link does not say where its content is.',
  'SHL_URL_INSECURE.not-https.title':
    'The link leads to an address without a secure connection, so it was not opened.',
  'SHL_URL_INSECURE.credentials.title':
    'The address in the link holds a user name or password, so it was not opened.',
  'SHL_URL_INSECURE.local-address.title':
    'The link leads to an address inside a private network, so it was not opened.',
  'SHL_URL_INSECURE.advice': 'Ask the sender for a link to a public and secure address.',
  'SHL_VERSION_UNSUPPORTED.title':
    'The link uses version {version} of its standard, which this viewer does not know.',
  'SHL_VERSION_UNSUPPORTED.advice': 'Ask whoever runs this viewer for a newer one.',
  'SHL_FLAGS_CONFLICT.title': 'The link contradicts itself: it asks for a passcode and has no use for one.',
  'SHL_FLAGS_CONFLICT.advice': 'It was opened without a passcode; there is nothing that you have to do.',
  'LINK_EXPIRED.title': 'The sender let this link end on {date}.',
  'LINK_EXPIRED.advice': 'Ask the sender for a new link, or try this one all the same.',
  'LINK_INACTIVE.title': 'This link is no longer active at {host}.',
  'CONFIRM_LINK.title': 'This link leads to {host}.',
  'CONFIRM_LINK.advice': 'Open it only if you expected something from there.',
  'LINK_INACTIVE.advice': 'Ask the sender for a new link.',
  'PASSCODE_REQUIRED.title': 'This link is protected by a passcode.',
  'PASSCODE_REQUIRED.advice': 'Enter the passcode that the sender gave you.',
  'PASSCODE_INCORRECT.title': 'The passcode is wrong.',
  'PASSCODE_INCORRECT.remaining.advice': {
    one: 'Check it before you try again: only one attempt is left.',
    other: 'Check it before you try again: {count} attempts are left.',
  },
  'PASSCODE_INCORRECT.advice':
    'Check it before you try again: servers lock a link after a few wrong passcodes.',
  'PASSCODE_LOCKED.title': 'There were too many wrong passcodes, and the link is now locked.',
  'PASSCODE_LOCKED.advice': 'Ask the sender for a new link.',
  'RATE_LIMITED.title': '{host} is being asked too often.',
  'RATE_LIMITED.seconds.advice': {
    one: 'Try again in one second.',
    other: 'Try again in {count} seconds.',
  },
  'RATE_LIMITED.minutes.advice': {
    one: 'Try again in one minute.',
    other: 'Try again in {count} minutes.',
  },
  'SERVER_REFUSED.title': '{host} refused the request (status {status}).',
  'SERVER_REFUSED.advice': 'Ask the sender whether the link may still be opened, and by whom.',
  'SERVER_ERROR.title': '{host} has a fault at the moment (status {status}).',
  'SERVER_ERROR.advice': 'Try again in a few minutes.',
  'NETWORK_OFFLINE.title': 'This device is offline.',
  'NETWORK_OFFLINE.advice': 'Connect to the internet and try again.',
  'NETWORK_OR_CORS.title': 'The browser cannot reach {host}.',
  'NETWORK_OR_CORS.advice':
    'Try again; if that does not help, the server may be down, blocked by this network, or closed to web viewers, so tell the sender.',
  'TIMEOUT.title': '{host} did not answer in time.',
  'TIMEOUT.advice': 'Try again, if possible with a better connection.',
  'MANIFEST_NOT_JSON.title': '{host} answered with something else than a SMART Health Link.',
  'MANIFEST_NOT_JSON.advice':
    'If this network asks you to sign in first, do so and try again; otherwise ask the sender to check the link.',
  'MANIFEST_INVALID.title': '{host} answered in a way that the SMART Health Links standard does not know.',
  'MANIFEST_INVALID.advice': 'Ask the sender to check the link.',
  'MANIFEST_EMPTY.title': 'Nothing has been shared through this link.',
  'MANIFEST_EMPTY.advice': 'Ask the sender to check what they meant to share.',
  'MANIFEST_EMPTY.pending.title': 'Nothing has been shared through this link yet.',
  'MANIFEST_EMPTY.pending.advice': 'Try again later.',

  'FILE_LOCATION_EXPIRED.title': 'The time in which this file could be downloaded from {host} is over.',
  'FILE_LOCATION_EXPIRED.advice': 'Open the link again.',
  'FILE_UNREACHABLE.title': 'This file could not be downloaded from {host}.',
  'FILE_UNREACHABLE.status.title': 'This file could not be downloaded from {host} (status {status}).',
  'FILE_UNREACHABLE.advice': 'Try again; if that does not help, tell the sender.',
  'FILE_ADDRESS_REFUSED.not-a-url.title': 'The server does not say where this file is.',
  'FILE_ADDRESS_REFUSED.not-https.title':
    'This file is at an address without a secure connection, so it was not downloaded.',
  'FILE_ADDRESS_REFUSED.credentials.title':
    'The address of this file holds a user name or password, so it was not downloaded.',
  'FILE_ADDRESS_REFUSED.local-address.title':
    'This file is at an address inside a private network, so it was not downloaded.',
  'FILE_ADDRESS_REFUSED.advice': 'Ask the sender to share it from a public and secure address.',
  'FILE_NOT_ENCRYPTED.title':
    'The server sent this file without the encryption that a health link must have.',
  'FILE_NOT_ENCRYPTED.advice': 'Keep in mind that others may have been able to read or change it.',
  'FILE_JWE_INVALID.title': 'This file is not encrypted in the way that the standard asks for.',
  'FILE_JWE_INVALID.advice': 'Ask the sender to share it again, if possible with another app.',
  'FILE_DECRYPT_FAILED.title':
    'This file could not be decrypted: the key does not fit, or the file was changed.',
  'FILE_DECRYPT_FAILED.advice': 'Ask the sender for a new link.',
  'FILE_DECOMPRESS_FAILED.title': 'This file was decrypted but could not be unpacked.',
  'FILE_DECOMPRESS_FAILED.advice': 'Ask the sender to share it again.',
  'FILE_TOO_LARGE.title': 'This file is larger than {size}, which is the most that the viewer opens.',
  'FILE_TOO_LARGE.advice': 'Ask the sender to share less at a time.',
  'FILE_CONTENT_INVALID.title': 'This file arrived, but there is nothing readable in it.',
  'FILE_CONTENT_INVALID.advice': 'Ask the sender to share it again.',
  'FILE_TYPE_UNSUPPORTED.document.title':
    'This file is a document and not health data that can be laid out here.',
  'FILE_TYPE_UNSUPPORTED.picture.title':
    'This file is a picture and not health data that can be laid out here.',
  'FILE_TYPE_UNSUPPORTED.text.title': 'This file is text and not health data that can be laid out here.',
  'FILE_TYPE_UNSUPPORTED.other.title': 'This file is of a kind that cannot be laid out here.',
  'FILE_TYPE_UNSUPPORTED.advice': 'If you know the sender, you can save it and open it with another program.',
  'FILE_NO_LONGER_VALID.title': 'The sender has marked this file as no longer valid.',
  'FILE_NO_LONGER_VALID.advice': 'Ask the sender for the present version before you rely on it.',
  'FILE_MAY_CHANGE.title': 'The sender may still change this file.',
  'FILE_MAY_CHANGE.advice': 'Open the link again later to see whether there is a newer version.',
  'FILES_TOO_MANY.title': 'The link offers {total} files, of which the first {maximum} were opened.',
  'FILES_TOO_MANY.advice': 'Ask the sender to share the others through a second link.',
  'API_ACCESS_OFFERED.title': 'The link offers direct access to a health record at {host}.',
  'API_ACCESS_OFFERED.advice': 'That server was not asked: connecting to it is not offered here.',
  'API_ACCESS_FAILED.401.title': 'The access to {host} has ended.',
  'API_ACCESS_FAILED.403.title': '{host} does not give out a part of the record through this link.',
  'API_ACCESS_FAILED.cors.title': 'The browser cannot get an answer from the health record at {host}.',
  'API_ACCESS_FAILED.status.title': '{host} could not give out a part of the record (status {status}).',
  'API_ACCESS_FAILED.content.title': '{host} answered with something that is not a health record.',
  'API_ACCESS_FAILED.query.title':
    'The link does not say what to ask {host} for, or asks for something that is not on that server.',
  'API_ACCESS_FAILED.pages.title': '{host} has more of this record than the viewer fetches.',
  'API_ACCESS_FAILED.ended.advice': 'Ask the sender for a new link if you need it.',
  'API_ACCESS_FAILED.advice': 'Do not take what is shown for the whole record.',

  'INTERNAL_ERROR.title': 'This viewer made a mistake (report number {id}).',
  'INTERNAL_ERROR.advice':
    'Try again; if it happens again, report this number, which says nothing about the content.',

  /** Stands in for a host or a date that is missing or unusable. */
  'unnamed.host': 'a server without a usable name',
  'unnamed.date': 'an unknown date',
} as const
