import type { Metadata } from 'sharp'

/** EXIF with a GPS directory: tag 0x8825 of type LONG in either byte order (CIPA DC-008, 4.6.3). */
const EXIF_GPS = [
  [0x88, 0x25, 0x00, 0x04],
  [0x25, 0x88, 0x04, 0x00],
].map((bytes) => Buffer.from(bytes))

/**
 * What XMP calls places: the GPS properties of EXIF (also those of drones and phones), City and its like of Photoshop,
 * the locations of IPTC Core and Extension (XMP Specification, parts 1 and 2; IPTC Photo Metadata Standard).
 */
const XMP_PLACE =
  /gps|photoshop:(?:city|state|country)|iptc4xmpcore:(?:location|countrycode)|iptc4xmpext:location|geo:(?:lat|long)/i

/** The datasets of IPTC-IIM 4.2 that name a place: Content Location, City, Sublocation, Province, Country. */
const IPTC_PLACES: readonly number[] = [26, 27, 90, 92, 95, 100, 101]

/** True where the data that a camera or a program wrote beside a picture tells where it was taken. */
export function tellsLocation({ exif, xmp, iptc }: Pick<Metadata, 'exif' | 'xmp' | 'iptc'>): boolean {
  return (
    (exif !== undefined && EXIF_GPS.some((tag) => exif.includes(tag))) ||
    // XMP may be in UTF-16 or UTF-32, whose zeros are left out.
    (xmp !== undefined && XMP_PLACE.test(xmp.toString('latin1').replaceAll('\0', ''))) ||
    (iptc !== undefined && IPTC_PLACES.some((dataset) => iptc.includes(Buffer.from([0x1c, 0x02, dataset]))))
  )
}
