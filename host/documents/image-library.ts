/** The image library, loaded when a picture is first worked on: most of what a host is asked for has nothing to do with pixels. */
import type Sharp from 'sharp';

export const imageLibrary = async (): Promise<typeof Sharp> => (await import('sharp')).default;
