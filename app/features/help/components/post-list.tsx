import { ArrowRight } from 'lucide-react'
import { LocalLink } from '~/i18n/local-link'
import { paths } from '~/paths'
import type { PostCard } from '../post-card'

interface PostListProps {
  posts: PostCard[]
  /** The search that found them. */
  typed?: string
}

/** Help posts, one a row, each with what it answers. */
export function PostList({ posts, typed }: PostListProps) {
  return (
    <ul>
      {posts.map((post) => (
        <li
          key={post.slug}
          className="group relative flex items-center gap-6 border-t border-line py-6 last:border-b"
        >
          <div className="mr-auto grid gap-1">
            <h2 className="text-title">
              <LocalLink
                to={paths.helpPost(post.slug, { q: typed })}
                className="after:absolute after:inset-0 group-hover:text-accent"
              >
                {post.title}
              </LocalLink>
            </h2>
            <p className="max-w-2xl text-muted">{post.summary}</p>
          </div>
          <ArrowRight
            className="size-4 shrink-0 text-faint transition-transform group-hover:translate-x-0.5"
            aria-hidden="true"
          />
        </li>
      ))}
    </ul>
  )
}
