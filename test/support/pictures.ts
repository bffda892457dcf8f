/** A JPEG of 40 by 20 pixels, all of them blue. */
export const BLUE_JPEG =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAUACgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFgEBAQEAAAAAAAAAAAAAAAAAAAUG/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAwDAQACEQMRAD8AmgNEmAAAAAAAAAAP/9k='

const BASE = 'http://hl7.org/fhir/us/insurance-card/StructureDefinition/C4DIC-'

const picture = (name: string, label: string, valueAttachment: object) => ({
  url: `${BASE}${name}-extension`,
  extension: [
    { url: 'label', valueString: label },
    { url: 'image', valueAttachment },
  ],
})

/** An insurance card with these pictures: the name of the extension, what it is called, its attachment. */
export const cardWithPictures = (
  ...pictures: readonly (readonly [name: string, label: string, attachment: object])[]
): string =>
  JSON.stringify({
    resourceType: 'Bundle',
    type: 'collection',
    entry: [
      {
        resource: {
          resourceType: 'Coverage',
          status: 'active',
          subscriberId: '00-12 34',
          period: { start: '2026-01-01' },
          payor: [{ display: 'Northern Mutual' }],
          extension: pictures.map((one) => picture(...one)),
        },
      },
    ],
  })
