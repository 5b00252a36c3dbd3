"""The agent's part of the visit, at the counter."""

from datetime import UTC, datetime

import pyotp
from PySide6.QtCore import Qt

from desktop.demo.at_kiosk import FAULT
from desktop.demo.estate import AGENCY, LOGIN, PASSWORD, Estate, WelcomeLetter
from desktop.demo.hand import Hand
from desktop.demo.tour import Tour
from desktop.station.station import Station

CASH = "SELECT count(*) FROM payment WHERE lease_id = :lease AND means = 'cash'"
CHEQUES = "SELECT count(*) FROM payment WHERE lease_id = :lease AND means = 'cheque'"
OWED = "SELECT sum(debit_cents - credit_cents) FROM ledger_entry WHERE lease_id = :lease"
REISSUED = "SELECT issued_by FROM activation_code WHERE id = :lease"
ANSWERS = "SELECT count(*) FROM request_event WHERE kind LIKE '%answer%'"
VIEWS = "SELECT count(*) > 0 FROM audit_entry WHERE action = 'lease_viewed' AND subject = :lease"
SEARCH_BOX = "Name, contract number, telephone or address"
ANSWER = "Bonjour, un plombier passe mardi entre 9 h et 11 h."


class AtCounter:
    """One agent, one visitor who pays in cash, and the leak that was just reported."""

    def __init__(
        self, tour: Tour, hand: Hand, reporter: WelcomeLetter, made: Estate, station: Station
    ) -> None:
        self._station = station
        self._tour = tour
        self._hand = hand
        self._reporter = reporter
        self._made = made
        self._visitor = self._somebody_who_owes()

    def serve(self) -> None:
        """From the sign-in to the lock."""
        self._sign_in()
        self._find()
        self._take_cash()
        self._take_a_cheque()
        self._reissue_a_code()
        self._answer_the_request()
        self._lock()

    def _sign_in(self) -> None:
        tour, hand = self._tour, self._hand
        with tour.step("The agent signs in with password and one-time code", hand):
            hand.wait(lambda: self._station.status().bootstrapped, "the agency's rows")
            hand.type(LOGIN, "Login")
            hand.type(PASSWORD, "Password")
            hand.type(pyotp.TOTP(self._made.totp_secret).at(datetime.now(UTC)), "One-time code")
            hand.picture("counter-sign-in")
            hand.touch("Sign in")
            hand.see("Find a tenant")

    def _find(self) -> None:
        tour, hand, visitor = self._tour, self._hand, self._visitor
        with tour.step("The agent finds the visitor while typing the name", hand):
            hand.type(
                f"{visitor.last_name} {visitor.first_name}"[:14],
                "Name, contract number, telephone or address",
            )
            hand.see("%n lease(s)")
        with tour.step("and opens the file of the lease", hand):
            hand.press(Qt.Key.Key_Return, SEARCH_BOX)
            hand.see("Contract {number}")
            hand.see("Terms to pay")
            tour.prove("the look is on record", VIEWS, 1, hand, lease=visitor.lease_number)

    def _take_cash(self) -> None:
        tour, hand, lease = self._tour, self._hand, self._visitor.lease_number
        owed = int(str(tour.read(OWED, lease=lease)))
        with tour.step("The agent takes 50 € in cash from 60 € handed over", hand):
            hand.touch("Take a payment")
            hand.touch("Cash")
            hand.type("50,00", "Amount to take")
            hand.type("60,00", "Cash handed over")
            hand.see("To give back")
        with tour.step("The receipt is printed, and the change stands large", hand):
            hand.touch("Take {amount}")
            hand.see("Payment taken")
            tour.prove("one cash payment", CASH, 1, hand, lease=lease)
            tour.prove("50 € less owed", OWED, owed - 5_000, hand, lease=lease)

    def _take_a_cheque(self) -> None:
        tour, hand, lease = self._tour, self._hand, self._visitor.lease_number
        with tour.step("A cheque is taken, subject to its being cleared", hand):
            hand.touch("Back to the file")
            hand.touch("Take a payment")
            hand.touch("Cheque")
            hand.type("30,00", "Amount to take")
            hand.type("4512087", "Cheque number")
            hand.type("La Banque Postale", "Bank")
            hand.touch("Take {amount}")
            hand.see("Payment taken")
            tour.prove("one cheque", CHEQUES, 1, hand, lease=lease)

    def _reissue_a_code(self) -> None:
        tour, hand = self._tour, self._hand
        with tour.step("A new activation code, once the identity was seen", hand):
            hand.touch("Back to the file")
            hand.touch("New activation code")
            hand.touch("Born on {day}")
            hand.touch("I have seen an identity document of {name}")
            hand.picture("identity-seen")
            hand.touch("Make and print the new code")
            hand.see("Valid until {day}. The code of the letter no longer works.")
            tour.prove(
                "the new code is there", REISSUED, f"staff:{LOGIN}", hand, lease=self._visitor.lease_number
            )

    def _answer_the_request(self) -> None:
        tour, hand = self._tour, self._hand
        with tour.step("The leak that the tenant reported is in the inbox", hand):
            hand.touch("Done")
            hand.touch("Requests")
            hand.see(FAULT)
        with tour.step("The agent answers it", hand):
            hand.type(ANSWER, "Answer to the tenant")
            hand.touch("Answer")
            tour.prove("one answer", ANSWERS, 1, hand)

    def _lock(self) -> None:
        tour, hand = self._tour, self._hand
        with tour.step("The counter is locked when the agent gets up", hand):
            hand.touch("Lock")
            hand.see("Counter locked")
            tour.prove("every command was taken", "SELECT count(*) FROM command WHERE status = 3", 0)
            tour.prove("nothing waits", "SELECT count(*) FROM failure", 0)

    def _somebody_who_owes(self) -> WelcomeLetter:
        """A tenant of the agency who still owes something, other than the one at the kiosk."""
        lease = self._tour.read(
            "SELECT lease_id FROM ledger_entry WHERE scope = :agency AND lease_id != :other "
            "GROUP BY lease_id "
            "HAVING sum(debit_cents - credit_cents) BETWEEN 12000 AND 60000 ORDER BY lease_id LIMIT 1",
            agency=AGENCY,
            other=self._reporter.lease_number,
        )
        return self._made.letter_of(str(lease))
