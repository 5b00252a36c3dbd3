"""Every widget of the house on one sheet, and whole example screens, for eyes and for geometry."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGraphicsOpacityEffect,
    QGridLayout,
    QHBoxLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.sync.standing import SyncStatus
from desktop.views.common.banner import Banner, Tone
from desktop.views.common.buttons import (
    BigButton,
    IconButton,
    PrimaryButton,
    QuietButton,
    SecondaryButton,
)
from desktop.views.common.card import Card, rule
from desktop.views.common.choice import ChoiceTiles, Tick
from desktop.views.common.empty import Placeholder
from desktop.views.common.entry import EntryKind
from desktop.views.common.field import Field, LongField
from desktop.views.common.icons import names, picture
from desktop.views.common.kiosk_frame import KioskFrame
from desktop.views.common.labels import text
from desktop.views.common.money import MoneyLabel
from desktop.views.common.page import KioskPage
from desktop.views.common.progress import Progress
from desktop.views.common.status_line import StatusLine
from desktop.views.common.steps import Steps
from desktop.views.common.table import Column, Rows, Table
from desktop.views.common.theme import current
from desktop.views.common.words import money

LINES = [
    ("05/11/2026", "Loyer de novembre", 51_240, ""),
    ("05/11/2026", "Provisions pour charges", 14_310, ""),
    ("12/11/2026", "Paiement par carte", -40_000, "success"),
    ("15/11/2026", "Supplément de loyer de solidarité", 3_975, "attention"),
]


def home() -> KioskFrame:
    """The kiosk's home."""
    frame = KioskFrame("Agence de Vaulx-en-Velin")
    frame.allow_leaving(True)
    page = KioskPage("Bonjour Madame Benali", "Que souhaitez-vous faire ?")
    card = Card()
    row = QHBoxLayout()
    words = QVBoxLayout()
    words.addWidget(text("Vous devez", "muted"))
    words.addWidget(MoneyLabel(29_525))
    row.addLayout(words, 1)
    row.addWidget(QuietButton("Masquer", "eye-off"))
    card.body.addLayout(row)
    page.body.addWidget(card)
    grid = QGridLayout()
    grid.setSpacing(current().scale.space(2))
    tiles = [
        ("Payer", "card", "Par carte bancaire, tout ou partie"),
        ("Mon compte", "euro", "Ce que je dois, et pourquoi"),
        ("Mes documents", "receipt", "Quittances et reçus"),
        ("Signaler une panne", "wrench", "Avec une photo si vous voulez"),
        ("Écrire à l’agence", "message", "Réponse sous 3 jours"),
        ("Mes coordonnées", "person", "Téléphone, e-mail"),
    ]
    for place, (label, icon_name, hint) in enumerate(tiles):
        grid.addWidget(BigButton(label, icon_name, hint), place // 2, place % 2)
    page.body.addLayout(grid)
    page.body.addStretch(1)
    frame.show_page(page)
    return frame


def sign_in() -> KioskFrame:
    """A form with the keyboard up."""
    frame = KioskFrame("Agence de Vaulx-en-Velin")
    page = KioskPage("Activer mon compte", "Prenez la lettre que vous avez reçue : tout y est écrit.")
    page.set_steps(2, 4)
    page.first = Field(
        "Numéro de contrat",
        help_text="Onze chiffres, en haut à droite de la lettre",
        entry=EntryKind.DIGITS,
        width_chars=16,
    )
    page.mail = Field("Adresse e-mail", help_text="Facultatif", entry=EntryKind.EMAIL)
    page.secret = Field("Mot de passe", entry=EntryKind.SECRET)
    page.name = Field("Votre nom", entry=EntryKind.NAME)
    page.code = Field("Code d’activation", entry=EntryKind.CODE, width_chars=12)
    for field in (page.first, page.mail, page.secret, page.name, page.code):
        page.body.addWidget(field)
    page.body.addStretch(1)
    page.set_back("Retour")
    page.set_primary("Continuer")
    frame.show_page(page)
    return frame


def sheet() -> QWidget:
    """Everything else, in one column."""
    page = KioskPage("Galerie", "Tout ce dont les écrans sont faits.")
    for part in (_buttons, _messages, _entries, _figures):
        part(page.body)
    page.set_back("Retour")
    page.set_primary("Payer 295,25 €")
    return page


def _buttons(body: QVBoxLayout) -> None:
    off = PrimaryButton("Indisponible", "lock")
    off.setEnabled(False)
    buttons = QGridLayout()
    buttons.setSpacing(current().scale.gap)
    for place, button in enumerate(
        (
            PrimaryButton("Continuer", "arrow", trailing=True),
            SecondaryButton("Modifier", "pencil"),
            QuietButton("Annuler", "close"),
            off,
            IconButton("printer", "Imprimer"),
        )
    ):
        buttons.addWidget(button, place // 2, place % 2)
    body.addLayout(buttons)


def _messages(body: QVBoxLayout) -> None:
    body.addWidget(Steps(2, 4))
    for tone, words in (
        (Tone.INFO, "L’agence répond sous trois jours."),
        (Tone.ATTENTION, "Il manque une pièce à votre dossier."),
        (Tone.DANGER, "Le paiement a été refusé. Aucun montant n’a été débité."),
        (Tone.SUCCESS, "Paiement reçu : 295,25 €."),
        (Tone.OFFLINE, "La liaison est coupée : votre demande sera transmise dès son retour."),
    ):
        body.addWidget(Banner(tone, words))


def _entries(body: QVBoxLayout) -> None:
    field = Field("Montant à payer", help_text="Vous pouvez payer une partie", entry=EntryKind.AMOUNT)
    field.set_text("1 250,00")
    field.show_error("Ce montant dépasse ce que vous devez (295,25 €).")
    body.addWidget(field)
    body.addWidget(LongField("Décrivez le problème", help_text="Dans quelle pièce, depuis quand ?"))
    tiles = ChoiceTiles(2)
    for key, words, icon_name in (
        ("w", "Eau", "water"),
        ("h", "Chauffage", "heating"),
        ("e", "Électricité", "bolt"),
    ):
        tiles.add(key, words, icon_name, "")
    tiles.choose("h")
    body.addWidget(tiles)
    tick = Tick("J’ai lu et j’accepte que l’agence m’écrive à cette adresse pour mon bail et mes quittances.")
    tick.setChecked(True)
    body.addWidget(tick)


def _figures(body: QVBoxLayout) -> None:
    card = Card("Solde au 22 novembre 2026")
    card.body.addWidget(MoneyLabel(-123_456, "money"))
    card.body.addWidget(rule())
    card.body.addWidget(MoneyLabel(5, masked=True))
    body.addWidget(card)
    progress = Progress("Préparation de vos documents")
    progress.show_done(2, 5)
    body.addWidget(progress)
    body.addWidget(
        Placeholder(
            "receipt",
            "Pas encore de quittance",
            "La première arrivera en décembre.",
            SecondaryButton("Voir mon compte"),
        )
    )
    body.addWidget(Placeholder("", "Un instant…"))
    line = StatusLine()
    noon = datetime(2026, 11, 22, 13, 5, tzinfo=UTC)
    line.show_status(SyncStatus(False, True, 3, 0, noon, offline_since=noon), noon)
    body.addWidget(line)


def icon_sheet() -> QWidget:
    """All icons."""
    box = Card("Icônes")
    grid = QGridLayout()
    grid.setSpacing(20)
    for place, name in enumerate(names()):
        cell = QVBoxLayout()
        cell.addWidget(picture(name, size=56))
        cell.addWidget(text(name, "caption", wrap=False))
        grid.addLayout(cell, place // 10, place % 10)
    box.body.addLayout(grid)
    return box


def counter() -> QWidget:
    """A lease card's ledger at the counter."""
    page = QWidget()
    page.setProperty("surface", "ground")
    page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    body = QVBoxLayout(page)
    body.setContentsMargins(32, 24, 32, 24)
    head = QHBoxLayout()
    head.setSpacing(current().scale.gap)
    head.addWidget(text("Mme Yasmina Benali", "title"), 1)
    head.addWidget(SecondaryButton("Nouveau signalement", "wrench"))
    head.addWidget(PrimaryButton("Encaisser", "euro"))
    body.addLayout(head)
    body.addWidget(text("Bail 10020034567 · 12 rue des Acacias, Bât. B, 3e étage", "muted"))
    body.addWidget(Banner(Tone.ATTENTION, "Le bail comporte un impayé de plus de deux mois."))
    card = Card("Compte")
    rows: Rows[tuple[str, str, int, str]] = Rows(
        [
            Column("Date", lambda r: r[0]),
            Column("Libellé", lambda r: r[1], stretch=True),
            Column(
                "État",
                lambda r: "Réglé" if r[3] == "success" else "",
                state=lambda r: r[3],
                icon=lambda r: "check" if r[3] == "success" else "",
            ),
            Column("Montant", lambda r: money(r[2]), figures=True),
        ]
    )
    rows.show_rows(LINES)
    table = Table(rows, "Lignes du compte")
    table.selectRow(2)
    card.body.addWidget(table)
    body.addWidget(card, 1)
    form = QHBoxLayout()
    form.addWidget(Field("Montant", entry=EntryKind.AMOUNT))
    form.addWidget(Field("Numéro du chèque", entry=EntryKind.DIGITS))
    body.addLayout(form)
    return page


def bad() -> QWidget:
    """Everything one must not do, for the checks to find."""
    scene = Card()
    cut = text("Ce texte est beaucoup trop long pour sa place", wrap=False)
    cut.setFixedWidth(80)
    nameless = IconButton("printer", "")
    tiny = QToolButton(text="x")
    tiny.setFixedSize(20, 20)
    tiny.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    pale = text("à peine lisible")
    veil = QGraphicsOpacityEffect(pale)
    veil.setOpacity(0.2)
    pale.setGraphicsEffect(veil)
    strange = text("Suite \u21e2")
    for widget in (cut, pale, strange):
        scene.body.addWidget(widget)
    close = QHBoxLayout()
    close.setSpacing(0)
    close.addWidget(nameless)
    close.addWidget(tiny)
    close.addStretch(1)
    scene.body.addLayout(close)
    return scene
