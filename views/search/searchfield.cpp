// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/search/searchfield.h"

#include "models/knownvalues.h"
#include "models/queryhistory.h"
#include "models/querysuggestions.h"
#include "views/fonts.h"
#include "views/search/problemhint.h"
#include "views/search/queryedit.h"
#include "views/search/queryhelp.h"
#include "views/search/suggestionpopup.h"

#include <QAction>
#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QIcon>
#include <QKeyEvent>
#include <QPainter>
#include <QToolButton>

namespace tallyman {

namespace {

// A magnifying glass with an arrow: what is behind it is more than a picture.
QIcon glass(const QColor &colour)
{
    constexpr int side = 16;
    constexpr int scale = 4; // sharp on any screen
    QPixmap picture(side * scale, side * scale);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale, scale);
    painter.setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::RoundCap));
    painter.drawEllipse(QPointF(5.5, 6.5), 4.25, 4.25);
    painter.drawLine(QPointF(8.75, 9.75), QPointF(12.0, 13.0));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(QPolygonF({QPointF(11.0, 5.5), QPointF(16.0, 5.5), QPointF(13.5, 8.5)}));
    return QIcon(picture);
}

// Fields whose every value is known: what is typed is the beginning of one of them, or wrong.
bool hasFewValues(const QString &field)
{
    return field == QLatin1StringView("status") || field == QLatin1StringView("is")
        || field == QLatin1StringView("in") || field == QLatin1StringView("sort");
}

} // namespace

SearchField::SearchField(KnownValues &names, QueryHistory &history, QWidget *parent)
    : QWidget(parent)
    , m_names(names)
    , m_history(history)
    , m_timer(this)
    , m_edit(new QueryEdit(this))
    , m_earlier(m_edit->addAction(QIcon(), QLineEdit::LeadingPosition))
    , m_deep(new QCheckBox(tr("&Deep"), this))
    , m_helpButton(new QToolButton(this))
    , m_popup(new SuggestionPopup(m_edit))
    , m_hint(new ProblemHint(m_edit))
    , m_help(new QueryHelp(this))
{
    m_edit->setClearButtonEnabled(true);
    m_edit->setPlaceholderText(tr("Search, e.g. web status:failed created:<7d  (F1 for more)"));
    m_edit->setAccessibleName(tr("Search"));
    m_edit->setMaxLength(JobFilter::maximumLength);
    setFocusProxy(m_edit);
    setUpButtons();
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(8, 6, 8, 6);
    line->setSpacing(8);
    line->addWidget(m_edit, 1);
    line->addWidget(m_deep);
    line->addWidget(m_helpButton);

    m_timer.setSingleShot(true);
    m_timer.setInterval(pause);
    connect(&m_timer, &QTimer::timeout, this, &SearchField::apply);
    connect(m_edit, &QLineEdit::textEdited, this, &SearchField::textTyped);
    connect(m_edit, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_edit->markFault(0, 0); // it is elsewhere now
        if (text.isEmpty()) // by the button, too
            m_timer.start();
    });
    connect(m_edit, &QLineEdit::selectionChanged, m_popup, [this] {
        if (m_edit->hasSelectedText())
            m_popup->hide();
    });
    connect(m_edit, &QueryEdit::keyPressed, this, &SearchField::keyPressed);
    connect(m_edit, &QueryEdit::focusLost, this, [this] {
        m_popup->hide();
        remember();
        showProblem();
    });
    connect(m_popup, &SuggestionPopup::chosen, this, &SearchField::take);
    connect(&names, &KnownValues::changed, this, [this] {
        if (m_popup->isVisible() && !m_popupIsHistory)
            suggest(false);
    });
    connect(m_help, &QueryHelp::chosen, this, [this](const QString &example) {
        const QString before = m_edit->text().trimmed();
        setQuery(before.isEmpty() ? example : before + u' ' + example);
        m_edit->setFocus();
    });
    recolour();
}

void SearchField::setUpButtons()
{
    m_earlier->setText(tr("Earlier queries"));
    m_earlier->setToolTip(tr("Earlier queries (Alt+Down)"));
    connect(m_earlier, &QAction::triggered, this, &SearchField::showHistory);
    m_deep->setToolTip(
        tr("Search input, output, JSON and results too (in:all). This reads every job, which may "
           "take minutes."));
    connect(m_deep, &QCheckBox::clicked, this, &SearchField::setDeep);
    m_helpButton->setText(QStringLiteral("?"));
    m_helpButton->setAutoRaise(true);
    m_helpButton->setAccessibleName(tr("How to search"));
    m_helpButton->setToolTip(tr("How to search (F1)"));
    m_helpButton->setFocusPolicy(Qt::TabFocus);
    connect(m_helpButton, &QToolButton::clicked, this, &SearchField::showHelp);
}

void SearchField::addButton(QAction *action)
{
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::TabFocus);
    layout()->addWidget(button);
}

void SearchField::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        recolour();
}

void SearchField::recolour()
{
    m_earlier->setIcon(glass(fonts::secondaryText(palette())));
}

QString SearchField::text() const
{
    return m_edit->text();
}

void SearchField::setQuery(const QString &text)
{
    m_popup->hide();
    if (text != m_edit->text()) {
        remember();
        m_edit->setText(text);
    }
    apply();
    remember();
}

void SearchField::focusAndSelect()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void SearchField::textTyped()
{
    m_timer.start(); // what was about to be asked is not any more
    m_hint->hide();
    suggest(false);
}

void SearchField::apply()
{
    m_timer.stop();
    FilterProblem problem;
    const auto filter = parseFilter(m_edit->text(), &problem);
    m_problem = filter ? std::nullopt : std::optional(problem);
    showProblem();
    if (!filter)
        return;
    m_deep->setChecked(filter->deep);
    if (*filter == m_filter)
        return;
    m_filter = *filter;
    emit filterChanged(m_filter);
}

// As long as suggestions are shown, what is typed is not finished yet.
void SearchField::showProblem()
{
    if (!m_problem || m_timer.isActive()) {
        m_hint->hide();
        if (!m_problem)
            m_edit->markFault(0, 0);
        return;
    }
    m_edit->markFault(m_problem->column - 1, m_problem->length);
    if (m_popup->isVisible())
        m_hint->hide();
    else
        m_hint->showMessage(tr("Column %1: %2").arg(m_problem->column).arg(m_problem->message));
}

void SearchField::remember()
{
    m_history.add(m_edit->text());
}

void SearchField::setDeep(bool deep)
{
    apply();
    JobFilter filter = m_filter;
    filter.deep = deep;
    setFilter(filter);
}

void SearchField::goBack()
{
    if (const auto query = m_history.back(m_edit->text()))
        showFromHistory(*query);
}

void SearchField::goForward()
{
    if (const auto query = m_history.forward(m_edit->text()))
        showFromHistory(*query);
}

// Does not make it the newest: the way back stays the same.
void SearchField::showFromHistory(const QString &query)
{
    m_popup->hide();
    m_edit->setText(query);
    apply();
}

void SearchField::showHelp()
{
    m_popup->hide();
    m_help->openBelow(m_helpButton);
}

void SearchField::suggest(bool evenIfEmpty)
{
    const QueryToken token = queryTokenAt(m_edit->text(), m_edit->cursorPosition());
    const QList<QuerySuggestion> suggestions = querySuggestions(token, m_names.names());
    m_popupIsHistory = false;
    if (suggestions.isEmpty() || (!evenIfEmpty && !m_edit->hasFocus())) {
        m_popup->hide();
        return;
    }
    const bool first =
        token.kind == QueryToken::Kind::Value && !token.typed.isEmpty() && hasFewValues(token.field);
    m_popup->open(suggestions, m_edit->xOf(token.start), first);
    m_hint->hide();
}

void SearchField::showHistory()
{
    if (m_history.queries().isEmpty())
        return;
    QList<QuerySuggestion> queries;
    for (const QString &query : m_history.queries())
        queries.append({query, {}});
    m_edit->setFocus();
    m_popupIsHistory = true;
    m_popup->open(queries, m_edit->xOf(0), false);
    m_hint->hide();
}

// What was chosen in the popup.
void SearchField::take(const QString &chosen)
{
    m_popup->hide();
    if (m_popupIsHistory) {
        setQuery(chosen);
        return;
    }
    const QueryToken token = queryTokenAt(m_edit->text(), m_edit->cursorPosition());
    const EditedQuery edited = withToken(m_edit->text(), token, chosen);
    m_edit->setText(edited.text);
    m_edit->setCursorPosition(static_cast<int>(edited.cursor));
    m_edit->setFocus();
    m_timer.start();
    if (chosen.endsWith(u':'))
        suggest(true);
}

void SearchField::keyPressed(QKeyEvent *event, bool &used)
{
    used = (m_popup->isVisible() && popupKey(*event)) || lineKey(*event);
}

bool SearchField::popupKey(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        if (event.modifiers() & Qt::AltModifier)
            return false;
        m_popup->moveBy(event.key() == Qt::Key_Down ? 1 : -1);
        return true;
    case Qt::Key_Tab:
        take(m_popup->bestText());
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_popup->chosenText().isEmpty())
            return false; // the query itself
        take(m_popup->chosenText());
        if (!m_popup->isVisible())
            apply();
        return true;
    case Qt::Key_Escape:
        m_popup->hide();
        showProblem();
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
        m_popup->hide(); // the cursor leaves what the suggestions are for
        return false;
    default:
        return false;
    }
}

bool SearchField::lineKey(const QKeyEvent &event)
{
    const bool alt = event.modifiers().testFlag(Qt::AltModifier);
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_popup->hide();
        apply();
        remember();
        return true;
    case Qt::Key_Escape:
        clearOrLeave();
        return true;
    case Qt::Key_Down:
        if (alt)
            showHistory();
        else
            emit left();
        return true;
    case Qt::Key_Left:
        if (alt)
            goBack();
        return alt;
    case Qt::Key_Right:
        if (alt)
            goForward();
        return alt;
    case Qt::Key_Space:
        if (!event.modifiers().testFlag(Qt::ControlModifier))
            return false;
        suggest(true);
        return true;
    case Qt::Key_F1:
        showHelp();
        return true;
    default:
        return false;
    }
}

void SearchField::clearOrLeave()
{
    if (m_edit->text().isEmpty()) {
        emit left();
        return;
    }
    remember();
    m_edit->clear();
    apply();
}

} // namespace tallyman
