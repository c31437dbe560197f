/** Where the pictures of the gallery's samples are: with the site's own files, since samples ship with the code. */
export const samplePicture = (src: string): string => `/samples/${src}`
