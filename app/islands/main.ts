import { carryLanding } from './carry-landing'
import { holdOffline } from './hold-offline'
import { watchMessages } from './watch-messages'
import { sendOnce } from './send-once'
import { showPlan } from './show-plan'
import { stayOnPage } from './stay-on-page'
import { tellView } from './tell-view'

// All scripts of a reading page: small, of our own, and none is needed to read or to send a form.
holdOffline()
sendOnce()
showPlan()
watchMessages()
carryLanding()
tellView()
stayOnPage(() => {
  watchMessages()
  carryLanding()
})
