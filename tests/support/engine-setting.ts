import { setFastEngine } from '~/domain/demo/engine/fast/fast-engine'

// Before every test file: with FOYER_FAST_ENGINE=off the libraries decide alone.
setFastEngine(process.env.FOYER_FAST_ENGINE !== 'off')
