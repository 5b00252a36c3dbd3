"""The tenant's part of the visit, at the kiosk."""

from pathlib import Path

from desktop.demo.estate import PASSWORD, WelcomeLetter, photograph_tap
from desktop.demo.hand import Hand
from desktop.demo.outage import Outage
from desktop.demo.tour import Tour
from desktop.station.station import Station

ACCOUNTS = "SELECT count(*) FROM tenant_account WHERE id = :lease"
PAYMENTS = "SELECT count(*) FROM payment WHERE lease_id = :lease AND means = 'card'"
OWED = "SELECT sum(debit_cents - credit_cents) FROM ledger_entry WHERE lease_id = :lease"
PHOTOS = "SELECT count(*) FROM request_photo WHERE lease_id = :lease AND arrived"
FAULT = "L’évier de la cuisine fuit depuis hier soir."


class AtKiosk:
    """One person with a letter in the hand. Every step ends with what central knows of it."""

    def __init__(self, tour: Tour, hand: Hand, letter: WelcomeLetter, station: Station) -> None:
        self._tour = tour
        self._hand = hand
        self._letter = letter
        self._station = station
        self._lease = letter.lease_number
        self._owed = 0

    def visit(self) -> None:
        """From the letter to the goodbye."""
        self._owed = int(str(self._tour.read(OWED, lease=self._lease)))
        self._welcome()
        self._activate()
        self._look_at_the_account()
        self._pay_a_part()
        self._pay_the_rest()
        self._report_a_fault()
        self._leave()

    def visit_during(self, outage: Outage) -> None:
        """A second visit with the network down; what was done arrives once, when it is back."""
        tour, hand = self._tour, self._hand
        with tour.step("The network fails, and the tenant signs in all the same", hand):
            outage.begin(self._station)
            hand.touch("I already have an account")
            hand.type(self._lease, "Contract number")
            hand.type(PASSWORD, "Password")
            hand.touch("Sign in")
            hand.see("What would you like to do?")
        with tour.step("Without the network the tenant pays 20 € in advance", hand):
            hand.touch("Pay")
            hand.touch("Another amount")
            hand.type("20,00", "Amount in euros")
            hand.touch("Continue")
            hand.touch("Yes, I want to pay this in advance")
            hand.touch("Pay {amount}")
            hand.see("Thank you, your payment is done")
            tour.prove("nothing has reached central", PAYMENTS, 2, lease=self._lease)
        with tour.step("The network is back, and the payment is there, once", hand):
            outage.end(self._station)
            tour.prove("three card payments", PAYMENTS, 3, hand, lease=self._lease)
            tour.prove("20 € in advance", OWED, -2_000, hand, lease=self._lease)
            hand.wait(lambda: self._station.status().waiting == 0, "nothing left to send")
        self._leave()

    def _welcome(self) -> None:
        tour, hand = self._tour, self._hand
        with tour.step("The kiosk is ready", hand):
            hand.wait(lambda: self._station.status().bootstrapped, "the agency's rows")
            hand.see("Touch what you would like to do.")
        with tour.step("The kiosk speaks English at a touch, and French again", hand):
            hand.touch("English")
            hand.see("I already have an account")
            hand.picture("in-english")
            hand.touch("Français")
            hand.see("Touch what you would like to do.")

    def _activate(self) -> None:
        tour, hand, letter = self._tour, self._hand, self._letter
        with tour.step("The tenant types what the letter says", hand):
            hand.touch("First time here")
            hand.type(letter.lease_number, "Contract number")
            hand.picture("contract-number")
            hand.touch("Continue")
            hand.type("ABCDEFGHJK", "Activation code")
            hand.touch("Continue")
            hand.type(f"{letter.birth_date:%d%m%Y}", "Your date of birth")
            hand.touch("Continue")
            hand.touch("I have no e-mail address")
            hand.picture("no-e-mail")
            hand.touch("Continue")
        with tour.step("A weak password is explained kindly", hand):
            hand.type("soleil", "Your password")
        with tour.step("A wrong code is refused without saying what was wrong", hand):
            hand.type(PASSWORD, "Your password")
            hand.picture("good-password")
            hand.touch("Continue")
            hand.touch("Activate my account")
            hand.see("These answers do not go together. Compare each one with your letter.")
            tour.prove("no account yet", ACCOUNTS, 0, lease=self._lease)
        with tour.step("With the code of the letter the account is active", hand):
            hand.touch("Correct: {what}", nth=1)
            hand.type(letter.code, "Activation code")
            hand.touch("Continue")
            hand.touch("Activate my account")
            hand.see("Your account is activated")
            tour.prove("one account", ACCOUNTS, 1, hand, lease=self._lease)

    def _look_at_the_account(self) -> None:
        tour, hand = self._tour, self._hand
        with tour.step("What is owed shows when asked", hand):
            hand.touch("Continue")
            hand.see("What would you like to do?")
            hand.picture("home-masked")
            hand.touch("Show")
        with tour.step("The account explains itself month by month", hand):
            hand.touch("My account")
            hand.see("Month by month: touch a month to understand it")

    def _pay_a_part(self) -> None:
        tour, hand = self._tour, self._hand
        with tour.step("The tenant pays 100 € by card", hand):
            hand.touch("Back")
            hand.touch("Pay")
            hand.see("How much would you like to pay?")
            hand.picture("how-much")
            hand.touch("Another amount")
            hand.type("100,00", "Amount in euros")
            hand.picture("amount")
            hand.touch("Continue")
            hand.picture("what-this-pays")
            hand.touch("Pay {amount}")
            hand.picture("terminal")
            hand.see("Thank you, your payment is done")
            tour.prove("one card payment", PAYMENTS, 1, hand, lease=self._lease)
            tour.prove("100 € less owed", OWED, self._owed - 10_000, hand, lease=self._lease)
        with tour.step("The receipt is printed: a reçu, since the month is not wholly paid", hand):
            hand.touch("Print my receipt")
            hand.see("Demonstration: your paper was kept as a file.")

    def _pay_the_rest(self) -> None:
        tour, hand = self._tour, self._hand
        with tour.step("The tenant pays all the rest", hand):
            self._go_home()
            hand.touch("Pay")
            hand.touch("Everything I owe")
            hand.touch("Pay {amount}")
            hand.see("Thank you, your payment is done")
            tour.prove("two card payments", PAYMENTS, 2, hand, lease=self._lease)
            tour.prove("nothing owed", OWED, 0, hand, lease=self._lease)
        with tour.step("Now the law allows the quittance, and it is printed", hand):
            hand.touch("Also print the rent receipt for {month}")
            hand.see("Demonstration: your paper was kept as a file.")

    def _go_home(self) -> None:
        self._hand.touch("Back")
        self._hand.see("What would you like to do?")

    def _report_a_fault(self) -> None:
        tour, hand = self._tour, self._hand
        with tour.step("The tenant reports a leak", hand):
            photograph_tap(Path(self._station.settings.photo_folder or ".") / "evier.jpg")
            self._go_home()
            hand.touch("Report a problem")
            hand.picture("what-is-it-about")
            hand.touch("Water, leak, drain")
            hand.touch("Kitchen")
            hand.type(FAULT, "What happens?")
            hand.picture("own-words")
            hand.touch("Continue")
        with tour.step("with a photo of it", hand):
            hand.touch("Photo {number}")
            hand.see("%n photo(s) will go along.")
        with tour.step("and learns until when the agency answers", hand):
            hand.touch("Continue")
            hand.picture("is-everything-right")
            hand.touch("Send")
            hand.see("Your request is on its way")
            tour.prove("one request", "SELECT count(*) FROM service_request", 1, hand)
            tour.prove("its photo has arrived", PHOTOS, 1, hand, lease=self._lease)

    def _leave(self) -> None:
        tour, hand = self._tour, self._hand
        with tour.step("The tenant leaves, and nothing of the visit stays behind", hand):
            hand.touch("Finish")
            hand.see("Goodbye")
            hand.picture("goodbye")
            hand.touch("Close now")
            hand.see("Touch what you would like to do.")
            for word in (self._letter.last_name, self._lease, PASSWORD):
                if hand.holds(word):
                    raise AssertionError(f"«{word}» is still in the window")
