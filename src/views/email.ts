import { formatRfc822, startOfDay } from '../dates/instant.ts';
import { yearOf } from '../dates/day.ts';
import type { Site, SiteDay } from '../model/site.ts';
import type { SiteConfig } from '../parse/site.ts';
import { emailForms, emailPath, homePath, type EmailForm } from '../urls/paths.ts';
import { createViewContext, type LinkView, type ViewContext } from './context.ts';
import { toBriefingView, type BriefingView } from './day.ts';
import { toPageView, type PageView } from './page.ts';
import { groupPages, type PageGroup, type PagePlan } from './plan.ts';
import { hashParts } from './viewKey.ts';

/** A day's briefing for mail. Every link in it is a whole URL. */
export interface EmailView extends PageView {
  readonly layout: 'email';
  readonly form: EmailForm;
  readonly briefing: BriefingView;
  readonly home: LinkView;
  /** The site's colours of links, in light and in dark. */
  readonly colours: { readonly accent: string; readonly accentDark: string };
  /** Whether items were left out, because a message may not be longer. */
  readonly isCut: boolean;
  readonly message: MessageView;
}

/** The headers of the message (RFC 5322). */
export interface MessageView {
  /** Never changes: made from authority and day, as the briefing's id in feeds is. */
  readonly id: string;
  /** The first moment of the day in the site's zone. */
  readonly date: string;
  readonly from: { readonly name: string; readonly address: string };
}

/** The three files of each day, where site.yaml asks for them. */
export function planEmails(site: Site, context: ViewContext): readonly PageGroup[] {
  if (!site.config.email) return [];
  const whole = createViewContext(site, { isWhole: true });
  const planDay = (day: SiteDay): readonly PagePlan[] => {
    const inputs = (): string =>
      hashParts('email', day.briefing?.sourceHash ?? null, context.itemsKey(day.articles));
    return emailForms.map((form) => ({
      layout: 'email' as const,
      path: emailPath(day.day, form),
      inputs,
      isLoose: false,
      year: yearOf(day.day),
      build: () => toEmailView(day, form, whole),
    }));
  };
  return site.years.map(({ id, days }) =>
    groupPages({ year: id, layout: 'email', size: days.length * emailForms.length }, () =>
      days.flatMap(planDay),
    ),
  );
}

function toEmailView(day: SiteDay, form: EmailForm, context: ViewContext): EmailView {
  const { config } = context.site;
  const briefing = toBriefingView(day, context);
  const title = day.briefing?.title ?? day.articles[0]?.title ?? null;
  return {
    ...toPageView(
      {
        layout: 'email',
        path: emailPath(day.day, form),
        title:
          title === null
            ? context.dates.longDay(day.day)
            : title + context.words.joins.comma + briefing.day.text,
        description: briefing.summary,
      },
      context,
    ),
    layout: 'email',
    form,
    briefing: { ...briefing, noteHtml: styleNote(briefing.noteHtml, config.theme.accent) },
    home: { href: context.href(homePath), text: config.title },
    colours: config.theme,
    isCut: false,
    message: toMessageView(day, config),
  };
}

function toMessageView({ day }: SiteDay, config: SiteConfig): MessageView {
  const { publisher, authority, zone } = config;
  return {
    id: `<${day}.briefing@${authority}>`,
    date: formatRfc822(startOfDay(day, zone)),
    from: {
      name: publisher?.name ?? config.title,
      address: publisher?.email ?? `no-reply@${authority}`,
    },
  };
}

/** Gives the links and images of our own Markdown what a style sheet would: many mail programs have none. */
function styleNote(html: string, accent: string): string {
  return html
    .replaceAll('<a ', `<a style="color:${accent}" `)
    .replaceAll('<img ', '<img style="max-width:100%" ');
}
