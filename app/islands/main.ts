import { carryLanding } from './carry-landing'
import { continueTrial } from './continue-trial'
import { holdOffline } from './hold-offline'
import { sendOnce } from './send-once'
import { showPlan } from './show-plan'
import { stayOnPage } from './stay-on-page'
import { tellView } from './tell-view'
import { watchMessages } from './watch-messages'

/** What each page needs, also one whose body was exchanged. */
function shown(): void {
  watchMessages()
  carryLanding()
  void continueTrial()
}

// All scripts of a reading page: small, of our own, and none is needed to read or to send a form.
holdOffline()
sendOnce()
showPlan()
tellView()
stayOnPage(shown)
shown()
