import { setFastEngine } from '~/domain/demo/engine/fast/fast-engine'

// Runs before every test file: with FOYER_FAST_ENGINE=off the fast engine is not used.
setFastEngine(process.env.FOYER_FAST_ENGINE !== 'off')
