/** The variable that names the folder of server and command line as the run of the tests has built them. */
export const builtIn = 'RIPEN_TEST_BUILT'
